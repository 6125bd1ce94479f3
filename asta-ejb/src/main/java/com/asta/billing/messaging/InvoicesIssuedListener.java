package com.asta.billing.messaging;

import com.asta.billing.event.InvoicesIssued;
import com.asta.billing.service.BilledCredits;
import com.asta.common.messaging.EventListener;
import com.asta.common.service.Roles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/**
 * Has the credit released that issued invoices took, a message full at a time. One session is
 * enough and leaves the machine to the run.
 */
@PermitAll
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = "java:/jms/topic/asta.billing.events"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Topic"),
      @ActivationConfigProperty(propertyName = "subscriptionDurability", propertyValue = "Durable"),
      @ActivationConfigProperty(propertyName = "clientId", propertyValue = "billing"),
      @ActivationConfigProperty(
          propertyName = "subscriptionName",
          propertyValue = "invoices-issued"),
      @ActivationConfigProperty(propertyName = "shareSubscriptions", propertyValue = "true"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "1"),
      @ActivationConfigProperty(
          propertyName = "messageSelector",
          propertyValue = "event = 'InvoicesIssued'")
    })
@RunAs(Roles.SYSTEM)
public class InvoicesIssuedListener implements MessageListener {
  private static final String CONSUMER = "billing.invoices-issued";

  @Inject private EventListener listener;
  @Inject private BilledCredits credits;

  @Override
  public void onMessage(Message message) {
    listener.handle(message, CONSUMER, InvoicesIssued.class, credits::release);
  }
}
