package com.asta.workflow.messaging;

import com.asta.common.messaging.EventListener;
import com.asta.common.service.Roles;
import com.asta.workflow.event.ProcessReply;
import com.asta.workflow.service.WorkflowService;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Hands the subsystems' answers to the processes that wait for them. */
@PermitAll
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = "java:/jms/queue/asta.workflow.replies"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue")
    })
@RunAs(Roles.SYSTEM)
public class ReplyReceiver implements MessageListener {
  @Inject private EventListener listener;
  @Inject private WorkflowService workflow;

  @Override
  public void onMessage(Message message) {
    listener.handle(message, "workflow.replies", ProcessReply.class, workflow::answer);
  }
}
