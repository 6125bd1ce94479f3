package com.asta.payments.messaging;

import com.asta.billing.event.InvoicesIssued;
import com.asta.common.messaging.EventListener;
import com.asta.common.service.Roles;
import com.asta.payments.service.ReceivableService;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/**
 * Books the invoices of a bill run as receivables, a message full at a time. One session is enough
 * and leaves the machine to the run.
 */
@MessageDriven(
    name = "PaymentsInvoicesIssuedReceiver",
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = "java:/jms/topic/asta.billing.events"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Topic"),
      @ActivationConfigProperty(propertyName = "subscriptionDurability", propertyValue = "Durable"),
      @ActivationConfigProperty(propertyName = "clientId", propertyValue = "payments"),
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
@PermitAll
public class InvoicesIssuedReceiver implements MessageListener {
  @Inject private EventListener listener;
  @Inject private ReceivableService receivables;

  @Override
  public void onMessage(Message message) {
    listener.handle(message, "payments.invoices-issued", InvoicesIssued.class, receivables::issued);
  }
}
