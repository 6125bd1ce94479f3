package com.asta.system;

import com.asta.common.service.Roles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** A message carries no caller. */
@JMSDestinationDefinition(
    name = "java:global/jms/guarded",
    interfaceName = "jakarta.jms.Queue",
    destinationName = "test.guarded")
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = "java:global/jms/guarded"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue")
    })
@PermitAll
@RunAs(Roles.SYSTEM)
public class GuardedListener implements MessageListener {

  @Inject private GuardedService service;

  @Override
  public void onMessage(Message message) {
    service.reach("message");
  }
}
