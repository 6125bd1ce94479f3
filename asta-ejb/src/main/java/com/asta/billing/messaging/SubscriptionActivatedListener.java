package com.asta.billing.messaging;

import com.asta.billing.service.BillingService;
import com.asta.common.messaging.EventListener;
import com.asta.common.service.Roles;
import com.asta.products.event.SubscriptionActivated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Opens billing for the account of a postpaid subscription. */
@PermitAll
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = "java:/jms/topic/asta.products.events"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Topic"),
      @ActivationConfigProperty(propertyName = "subscriptionDurability", propertyValue = "Durable"),
      @ActivationConfigProperty(propertyName = "clientId", propertyValue = "billing"),
      @ActivationConfigProperty(
          propertyName = "subscriptionName",
          propertyValue = "subscription-activated"),
      @ActivationConfigProperty(propertyName = "shareSubscriptions", propertyValue = "true"),
      @ActivationConfigProperty(
          propertyName = "messageSelector",
          propertyValue = "event = 'SubscriptionActivated'")
    })
@RunAs(Roles.SYSTEM)
public class SubscriptionActivatedListener implements MessageListener {
  private static final String CONSUMER = "billing.subscription-activated";

  @Inject private EventListener listener;
  @Inject private BillingService billing;

  @Override
  public void onMessage(Message message) {
    listener.handle(message, CONSUMER, SubscriptionActivated.class, this::activated);
  }

  private void activated(SubscriptionActivated fact) {
    if (!fact.prepaid()) {
      billing.openAccount(fact.accountId(), fact.activatedOn());
    }
  }
}
