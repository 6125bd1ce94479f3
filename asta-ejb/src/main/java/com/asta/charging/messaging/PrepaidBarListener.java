package com.asta.charging.messaging;

import com.asta.charging.service.PrepaidService;
import com.asta.common.messaging.EventListener;
import com.asta.common.service.Roles;
import com.asta.products.event.SubscriptionBarred;
import com.asta.products.event.SubscriptionUnbarred;
import com.asta.products.event.SubscriptionsBarred;
import com.asta.products.event.SubscriptionsUnbarred;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Bars and frees prepaid accounts when the subscriptions of many accounts are. */
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
      @ActivationConfigProperty(propertyName = "clientId", propertyValue = "charging"),
      @ActivationConfigProperty(propertyName = "subscriptionName", propertyValue = "prepaid-bars"),
      @ActivationConfigProperty(propertyName = "shareSubscriptions", propertyValue = "true"),
      @ActivationConfigProperty(
          propertyName = "messageSelector",
          propertyValue = PrepaidBarListener.SELECTOR)
    })
@RunAs(Roles.SYSTEM)
public class PrepaidBarListener implements MessageListener {
  static final String SELECTOR = "event IN ('SubscriptionsBarred','SubscriptionsUnbarred')";
  private static final String CONSUMER = "charging.prepaid-bars";

  @Inject private EventListener listener;
  @Inject private PrepaidService prepaid;

  @Override
  public void onMessage(Message message) {
    if ("SubscriptionsBarred".equals(EventListener.eventOf(message))) {
      listener.handle(
          message,
          CONSUMER,
          SubscriptionsBarred.class,
          fact ->
              prepaid.followBars(
                  fact.subscriptions().stream().map(SubscriptionBarred::subscriptionId).toList()));
    } else {
      listener.handle(
          message,
          CONSUMER,
          SubscriptionsUnbarred.class,
          fact ->
              prepaid.followBars(
                  fact.subscriptions().stream()
                      .map(SubscriptionUnbarred::subscriptionId)
                      .toList()));
    }
  }
}
