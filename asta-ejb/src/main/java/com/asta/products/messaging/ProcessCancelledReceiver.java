package com.asta.products.messaging;

import com.asta.common.messaging.EventListener;
import com.asta.common.service.Roles;
import com.asta.products.service.OrderService;
import com.asta.workflow.event.ProcessCancelled;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Cancels what is open of an order whose process a person gave up. */
@PermitAll
@MessageDriven(
    name = "ProductsProcessCancelledReceiver",
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = "java:/jms/topic/asta.workflow.events"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Topic"),
      @ActivationConfigProperty(propertyName = "subscriptionDurability", propertyValue = "Durable"),
      @ActivationConfigProperty(propertyName = "clientId", propertyValue = "products"),
      @ActivationConfigProperty(
          propertyName = "subscriptionName",
          propertyValue = "process-cancelled"),
      @ActivationConfigProperty(propertyName = "shareSubscriptions", propertyValue = "true"),
      @ActivationConfigProperty(
          propertyName = "messageSelector",
          propertyValue = "event = 'ProcessCancelled'")
    })
@RunAs(Roles.SYSTEM)
public class ProcessCancelledReceiver implements MessageListener {
  private static final String PREFIX = "order-";

  @Inject private EventListener listener;
  @Inject private OrderService orders;

  @Override
  public void onMessage(Message message) {
    listener.handle(
        message, "products.process-cancelled", ProcessCancelled.class, this::processGivenUp);
  }

  private void processGivenUp(ProcessCancelled event) {
    if (event.businessKey().startsWith(PREFIX)) {
      long orderId = Long.parseLong(event.businessKey().substring(PREFIX.length()));
      orders.processGivenUp(orderId, event.reason());
    }
  }
}
