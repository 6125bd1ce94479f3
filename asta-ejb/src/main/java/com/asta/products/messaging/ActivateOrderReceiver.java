package com.asta.products.messaging;

import com.asta.common.messaging.EventListener;
import com.asta.common.service.Roles;
import com.asta.products.service.OrderService;
import com.asta.products.service.ProductsRefused;
import com.asta.workflow.event.ProcessCommand;
import com.asta.workflow.service.ProcessReplies;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.Map;

/** Activates an order when its process says so, and answers whether that was possible. */
@PermitAll
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = "java:/jms/topic/asta.workflow.commands"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Topic"),
      @ActivationConfigProperty(propertyName = "subscriptionDurability", propertyValue = "Durable"),
      @ActivationConfigProperty(propertyName = "clientId", propertyValue = "products"),
      @ActivationConfigProperty(
          propertyName = "subscriptionName",
          propertyValue = "activate-order"),
      @ActivationConfigProperty(propertyName = "shareSubscriptions", propertyValue = "true"),
      @ActivationConfigProperty(
          propertyName = "messageSelector",
          propertyValue = "event = 'ActivateOrder'")
    })
@RunAs(Roles.SYSTEM)
public class ActivateOrderReceiver implements MessageListener {
  @Inject private EventListener listener;
  @Inject private OrderService orders;
  @Inject private ProcessReplies replies;

  @Override
  public void onMessage(Message message) {
    listener.handle(message, "products.activate-order", ProcessCommand.class, this::activate);
  }

  private void activate(ProcessCommand command) {
    try {
      orders.activateApart(command.number("orderId"));
    } catch (ProductsRefused e) {
      replies.failed(command, e.getMessage());
      return;
    }
    replies.done(command, Map.of());
  }
}
