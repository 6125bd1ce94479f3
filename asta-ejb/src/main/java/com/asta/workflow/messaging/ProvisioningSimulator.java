package com.asta.workflow.messaging;

import com.asta.common.messaging.EventListener;
import com.asta.common.service.Outbox;
import com.asta.common.service.Roles;
import com.asta.workflow.event.ProvisionService;
import com.asta.workflow.event.ProvisioningAnswer;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/**
 * Plays the network in the demo: every line works at once. Listens only if the system property
 * {@code asta.simulator} is true (see jboss-ejb3.xml); else the commands wait for a JMS client.
 */
@PermitAll
@MessageDriven(
    name = "ProvisioningSimulator",
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = "java:/jms/queue/asta.provisioning.command"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue")
    })
@RunAs(Roles.SYSTEM)
public class ProvisioningSimulator implements MessageListener {
  @Inject private EventListener listener;
  @Inject private Outbox outbox;

  @Override
  public void onMessage(Message message) {
    listener.handle(message, "workflow.simulator", ProvisionService.class, this::provision);
  }

  private void provision(ProvisionService command) {
    boolean deviceKnown = command.serialNumber() != null;
    outbox.send(
        "asta.provisioning.answer",
        "ProvisioningAnswer",
        new ProvisioningAnswer(
            command.orderId(),
            deviceKnown ? ProvisioningAnswer.Result.DONE : ProvisioningAnswer.Result.FAILED,
            deviceKnown ? null : "The command names no device"));
  }
}
