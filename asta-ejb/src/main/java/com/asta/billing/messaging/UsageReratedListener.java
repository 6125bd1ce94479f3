package com.asta.billing.messaging;

import com.asta.billing.service.UsageAdjustments;
import com.asta.charging.event.UsageRerated;
import com.asta.common.messaging.EventListener;
import com.asta.common.service.Roles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Puts on the next bill what a re-rating changed of months that bills no longer look at. */
@PermitAll
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = "java:/jms/topic/asta.charging.events"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Topic"),
      @ActivationConfigProperty(propertyName = "subscriptionDurability", propertyValue = "Durable"),
      @ActivationConfigProperty(propertyName = "clientId", propertyValue = "billing"),
      @ActivationConfigProperty(propertyName = "subscriptionName", propertyValue = "usage-rerated"),
      @ActivationConfigProperty(propertyName = "shareSubscriptions", propertyValue = "true"),
      @ActivationConfigProperty(
          propertyName = "messageSelector",
          propertyValue = "event = 'UsageRerated'")
    })
@RunAs(Roles.SYSTEM)
public class UsageReratedListener implements MessageListener {
  private static final String CONSUMER = "billing.usage-rerated";

  @Inject private EventListener listener;
  @Inject private UsageAdjustments adjustments;

  @Override
  public void onMessage(Message message) {
    listener.handle(message, CONSUMER, UsageRerated.class, adjustments::take);
  }
}
