package com.asta.workflow.messaging;

import com.asta.common.service.Inbox;
import com.asta.common.service.Roles;
import com.asta.common.service.Suspense;
import com.asta.workflow.event.ProcessReply;
import com.asta.workflow.event.ProcessReply.Outcome;
import com.asta.workflow.event.ProvisioningAnswer.Result;
import com.asta.workflow.service.WorkflowService;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import jakarta.jms.TextMessage;
import java.util.Map;

/**
 * Takes the network's answers, from whichever JMS client. An answer that cannot be understood stops
 * its order at an incident; one that belongs to no order is put in suspense with its reason.
 */
@PermitAll
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = "java:/jms/queue/asta.provisioning.answer"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue")
    })
@RunAs(Roles.SYSTEM)
public class ProvisioningAnswerReceiver implements MessageListener {
  private static final String CONSUMER = "workflow.provisioning-answer";
  private static final String PROCESS = "order-fulfilment";
  private static final String QUEUE = "asta.provisioning.answer";
  private static final String COMMAND = "ProvisionService";

  @Inject private Inbox inbox;
  @Inject private WorkflowService workflow;
  @Inject private Suspense suspense;

  @Override
  public void onMessage(Message message) {
    try {
      String id = message.getStringProperty("messageId");
      if (inbox.first(id == null ? message.getJMSMessageID() : id, CONSUMER)) {
        String body = message instanceof TextMessage text ? text.getText() : null;
        take(NetworkAnswer.read(body, correlation(message)), body);
      }
    } catch (JMSException e) {
      throw new IllegalStateException("An answer of the network could not be read", e);
    }
  }

  private void take(NetworkAnswer answer, String body) {
    if (answer.businessKey() == null) {
      suspend("UNREADABLE_ANSWER", answer.reason(), body);
      return;
    } else if (!workflow.isKnown(PROCESS, answer.businessKey())) {
      suspend("UNKNOWN_ORDER", answer.businessKey(), body);
      return;
    }
    boolean done = answer.isUnderstood() && answer.result() == Result.DONE;
    workflow.answer(
        new ProcessReply(
            COMMAND,
            answer.businessKey(),
            done ? Outcome.DONE : Outcome.FAILED,
            done ? null : answer.reason(),
            Map.of()));
  }

  private void suspend(String reason, String detail, String body) {
    suspense.add("workflow", QUEUE, null, reason, detail, body);
  }

  private static String correlation(Message message) throws JMSException {
    String key = message.getStringProperty("businessKey");
    return key == null ? message.getJMSCorrelationID() : key;
  }
}
