package com.asta.workflow.messaging;

import com.asta.common.service.Inbox;
import com.asta.common.service.Roles;
import com.asta.workflow.event.ProcessReply;
import com.asta.workflow.event.ProcessReply.Outcome;
import com.asta.workflow.event.ProvisioningAnswer.Result;
import com.asta.workflow.service.WorkflowService;
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
 * its order at an incident; one that belongs to no order ends among the dead letters.
 */
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
  private static final String COMMAND = "ProvisionService";

  @Inject private Inbox inbox;
  @Inject private WorkflowService workflow;

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
    if (answer.businessKey() == null
        || !workflow.isKnown("order-fulfilment", answer.businessKey())) {
      throw new IllegalArgumentException(
          "No order waits for the network's answer " + body + ": " + answer.reason());
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

  private static String correlation(Message message) throws JMSException {
    String key = message.getStringProperty("businessKey");
    return key == null ? message.getJMSCorrelationID() : key;
  }
}
