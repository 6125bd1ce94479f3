package com.asta.payments.messaging;

import com.asta.billing.event.CreditNoteIssued;
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

/** Takes every credit note to the account of its customer. */
@MessageDriven(
    name = "PaymentsCreditNoteIssuedReceiver",
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
          propertyValue = "credit-note-issued"),
      @ActivationConfigProperty(propertyName = "shareSubscriptions", propertyValue = "true"),
      @ActivationConfigProperty(
          propertyName = "messageSelector",
          propertyValue = "event = 'CreditNoteIssued'")
    })
@RunAs(Roles.SYSTEM)
@PermitAll
public class CreditNoteIssuedReceiver implements MessageListener {
  @Inject private EventListener listener;
  @Inject private ReceivableService receivables;

  @Override
  public void onMessage(Message message) {
    listener.handle(
        message, "payments.credit-note-issued", CreditNoteIssued.class, receivables::credited);
  }
}
