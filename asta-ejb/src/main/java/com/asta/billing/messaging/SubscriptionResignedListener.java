package com.asta.billing.messaging;

import com.asta.billing.service.FinalBillService;
import com.asta.common.messaging.EventListener;
import com.asta.common.service.Roles;
import com.asta.products.event.SubscriptionResigned;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Notes the final bill of an account whose last service ends. */
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
          propertyValue = "subscription-resigned"),
      @ActivationConfigProperty(propertyName = "shareSubscriptions", propertyValue = "true"),
      @ActivationConfigProperty(
          propertyName = "messageSelector",
          propertyValue = "event = 'SubscriptionResigned'")
    })
@RunAs(Roles.SYSTEM)
public class SubscriptionResignedListener implements MessageListener {
  private static final String CONSUMER = "billing.subscription-resigned";

  @Inject private EventListener listener;
  @Inject private FinalBillService bills;

  @Override
  public void onMessage(Message message) {
    listener.handle(message, CONSUMER, SubscriptionResigned.class, bills::resigned);
  }
}
