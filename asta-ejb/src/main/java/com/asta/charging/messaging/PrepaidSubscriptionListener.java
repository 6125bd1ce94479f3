package com.asta.charging.messaging;

import com.asta.charging.service.PrepaidService;
import com.asta.common.messaging.EventListener;
import com.asta.common.service.Roles;
import com.asta.products.event.SubscriptionActivated;
import com.asta.products.event.SubscriptionBarred;
import com.asta.products.event.SubscriptionChanged;
import com.asta.products.event.SubscriptionResigned;
import com.asta.products.event.SubscriptionUnbarred;
import com.asta.products.rules.PriceKind;
import com.asta.products.service.CatalogueService;
import com.asta.products.service.PriceCard;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.List;
import java.util.Optional;

/** Keeps prepaid accounts in step with their subscriptions. */
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
      @ActivationConfigProperty(
          propertyName = "subscriptionName",
          propertyValue = "prepaid-subscriptions"),
      @ActivationConfigProperty(propertyName = "shareSubscriptions", propertyValue = "true"),
      @ActivationConfigProperty(
          propertyName = "messageSelector",
          propertyValue = PrepaidSubscriptionListener.SELECTOR)
    })
@RunAs(Roles.SYSTEM)
public class PrepaidSubscriptionListener implements MessageListener {
  static final String SELECTOR =
      "event IN ('SubscriptionActivated','SubscriptionBarred','SubscriptionChanged',"
          + "'SubscriptionResigned','SubscriptionUnbarred')";
  private static final String CONSUMER = "charging.prepaid-subscriptions";

  @Inject private EventListener listener;
  @Inject private PrepaidService prepaid;
  @Inject private CatalogueService catalogue;

  @Override
  public void onMessage(Message message) {
    switch (EventListener.eventOf(message)) {
      case "SubscriptionActivated" ->
          listener.handle(message, CONSUMER, SubscriptionActivated.class, this::activated);
      case "SubscriptionChanged" ->
          listener.handle(message, CONSUMER, SubscriptionChanged.class, this::changed);
      case "SubscriptionResigned" ->
          listener.handle(
              message,
              CONSUMER,
              SubscriptionResigned.class,
              fact -> prepaid.close(fact.subscriptionId(), fact.endsOn()));
      case "SubscriptionBarred" ->
          listener.handle(
              message,
              CONSUMER,
              SubscriptionBarred.class,
              fact -> prepaid.followBars(List.of(fact.subscriptionId())));
      case "SubscriptionUnbarred" ->
          listener.handle(
              message,
              CONSUMER,
              SubscriptionUnbarred.class,
              fact -> prepaid.followBars(List.of(fact.subscriptionId())));
      default ->
          throw new IllegalArgumentException("Unexpected event " + EventListener.eventOf(message));
    }
  }

  private void activated(SubscriptionActivated fact) {
    if (fact.prepaid() && fact.serviceId() != null) {
      usagePrice(fact.offerVersionId())
          .ifPresent(
              price ->
                  prepaid.open(
                      fact.accountId(),
                      fact.subscriptionId(),
                      fact.serviceId(),
                      price.tariffCode(),
                      price.currency()));
      prepaid.followBars(List.of(fact.subscriptionId()));
    }
  }

  private void changed(SubscriptionChanged fact) {
    usagePrice(fact.newOfferVersionId())
        .ifPresent(price -> prepaid.moveTo(fact.subscriptionId(), price.tariffCode()));
  }

  private Optional<PriceCard> usagePrice(long offerVersionId) {
    return catalogue.offerVersion(offerVersionId).prices().stream()
        .filter(price -> price.kind() == PriceKind.USAGE)
        .findFirst();
  }
}
