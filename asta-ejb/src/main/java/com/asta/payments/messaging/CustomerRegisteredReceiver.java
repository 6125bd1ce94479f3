package com.asta.payments.messaging;

import com.asta.common.messaging.EventListener;
import com.asta.common.service.Roles;
import com.asta.customers.event.CustomerRegistered;
import com.asta.payments.service.ReceivableService;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Opens a financial account for every new customer, so that a payment in advance finds it. */
@MessageDriven(
    name = "PaymentsCustomerRegisteredReceiver",
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = "java:/jms/topic/asta.customers.events"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Topic"),
      @ActivationConfigProperty(propertyName = "subscriptionDurability", propertyValue = "Durable"),
      @ActivationConfigProperty(propertyName = "clientId", propertyValue = "payments"),
      @ActivationConfigProperty(
          propertyName = "subscriptionName",
          propertyValue = "customer-registered"),
      @ActivationConfigProperty(propertyName = "shareSubscriptions", propertyValue = "true"),
      @ActivationConfigProperty(
          propertyName = "messageSelector",
          propertyValue = "event = 'CustomerRegistered'")
    })
@RunAs(Roles.SYSTEM)
@PermitAll
public class CustomerRegisteredReceiver implements MessageListener {
  @Inject private EventListener listener;
  @Inject private ReceivableService receivables;

  @Override
  public void onMessage(Message message) {
    listener.handle(
        message,
        "payments.customer-registered",
        CustomerRegistered.class,
        event -> receivables.opened(event.accountId()));
  }
}
