package com.asta.charging.messaging;

import com.asta.charging.event.BalanceThresholdCrossed;
import com.asta.charging.event.ChargingAccountStatusChanged;
import com.asta.charging.service.BalanceAlerts;
import com.asta.common.messaging.EventListener;
import com.asta.common.service.Roles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Tells customers what happened to their balance. */
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
      @ActivationConfigProperty(propertyName = "clientId", propertyValue = "charging"),
      @ActivationConfigProperty(
          propertyName = "subscriptionName",
          propertyValue = "balance-alerts"),
      @ActivationConfigProperty(propertyName = "shareSubscriptions", propertyValue = "true"),
      @ActivationConfigProperty(
          propertyName = "messageSelector",
          propertyValue = BalanceAlertListener.SELECTOR)
    })
@RunAs(Roles.SYSTEM)
public class BalanceAlertListener implements MessageListener {
  static final String SELECTOR =
      "event IN ('BalanceThresholdCrossed','ChargingAccountStatusChanged')";
  private static final String CONSUMER = "charging.balance-alerts";

  @Inject private EventListener listener;
  @Inject private BalanceAlerts alerts;

  @Override
  public void onMessage(Message message) {
    switch (EventListener.eventOf(message)) {
      case "BalanceThresholdCrossed" ->
          listener.handle(
              message, CONSUMER, BalanceThresholdCrossed.class, alerts::thresholdCrossed);
      case "ChargingAccountStatusChanged" ->
          listener.handle(
              message, CONSUMER, ChargingAccountStatusChanged.class, alerts::statusChanged);
      default ->
          throw new IllegalArgumentException("Unexpected event " + EventListener.eventOf(message));
    }
  }
}
