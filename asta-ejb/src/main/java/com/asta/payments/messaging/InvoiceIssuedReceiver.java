package com.asta.payments.messaging;

import com.asta.billing.event.InvoiceIssued;
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

/** Books every issued invoice as a receivable. */
@MessageDriven(
    name = "PaymentsInvoiceIssuedReceiver",
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
          propertyValue = "invoice-issued"),
      @ActivationConfigProperty(propertyName = "shareSubscriptions", propertyValue = "true"),
      @ActivationConfigProperty(
          propertyName = "messageSelector",
          propertyValue = "event = 'InvoiceIssued'")
    })
@RunAs(Roles.SYSTEM)
@PermitAll
public class InvoiceIssuedReceiver implements MessageListener {
  @Inject private EventListener listener;
  @Inject private ReceivableService receivables;

  @Override
  public void onMessage(Message message) {
    listener.handle(message, "payments.invoice-issued", InvoiceIssued.class, receivables::issued);
  }
}
