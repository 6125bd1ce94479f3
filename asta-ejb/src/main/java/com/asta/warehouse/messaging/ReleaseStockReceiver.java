package com.asta.warehouse.messaging;

import com.asta.common.messaging.EventListener;
import com.asta.common.service.Roles;
import com.asta.warehouse.service.ReservationService;
import com.asta.workflow.event.ProcessCancelled;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Gives back the device that was kept for a process that a person gave up. */
@PermitAll
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = "java:/jms/topic/asta.workflow.events"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Topic"),
      @ActivationConfigProperty(propertyName = "subscriptionDurability", propertyValue = "Durable"),
      @ActivationConfigProperty(propertyName = "clientId", propertyValue = "warehouse"),
      @ActivationConfigProperty(
          propertyName = "subscriptionName",
          propertyValue = "process-cancelled"),
      @ActivationConfigProperty(propertyName = "shareSubscriptions", propertyValue = "true"),
      @ActivationConfigProperty(
          propertyName = "messageSelector",
          propertyValue = "event = 'ProcessCancelled'")
    })
@RunAs(Roles.SYSTEM)
public class ReleaseStockReceiver implements MessageListener {
  @Inject private EventListener listener;
  @Inject private ReservationService reservations;

  @Override
  public void onMessage(Message message) {
    listener.handle(
        message,
        "warehouse.process-cancelled",
        ProcessCancelled.class,
        event -> reservations.release(event.businessKey(), event.reason()));
  }
}
