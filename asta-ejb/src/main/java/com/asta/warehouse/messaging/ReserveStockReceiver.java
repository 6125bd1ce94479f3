package com.asta.warehouse.messaging;

import com.asta.common.messaging.EventListener;
import com.asta.common.service.Roles;
import com.asta.warehouse.rules.DeviceKind;
import com.asta.warehouse.service.Reservation;
import com.asta.warehouse.service.Reservation.OutOfStock;
import com.asta.warehouse.service.Reservation.Reserved;
import com.asta.warehouse.service.ReservationService;
import com.asta.workflow.event.ProcessCommand;
import com.asta.workflow.service.ProcessReplies;
import com.asta.workflow.service.WorkflowService;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.Map;

/** Reserves a device for a process, or tells it that there is none. */
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
      @ActivationConfigProperty(propertyName = "clientId", propertyValue = "warehouse"),
      @ActivationConfigProperty(propertyName = "subscriptionName", propertyValue = "reserve-stock"),
      @ActivationConfigProperty(propertyName = "shareSubscriptions", propertyValue = "true"),
      @ActivationConfigProperty(
          propertyName = "messageSelector",
          propertyValue = "event = 'ReserveStock'")
    })
@RunAs(Roles.SYSTEM)
public class ReserveStockReceiver implements MessageListener {
  @Inject private EventListener listener;
  @Inject private ReservationService reservations;
  @Inject private WorkflowService workflow;
  @Inject private ProcessReplies replies;

  @Override
  public void onMessage(Message message) {
    listener.handle(message, "warehouse.reserve-stock", ProcessCommand.class, this::reserve);
  }

  private void reserve(ProcessCommand command) {
    if (!workflow.isRunning(command.businessKey())) {
      return; // given up meanwhile: a device kept now would never be released
    }
    String kind = command.text("deviceKind");
    Reservation answer =
        reservations.reserve(
            command.businessKey(),
            kind == null ? DeviceKind.ROUTER : DeviceKind.valueOf(kind),
            command.text("deviceModel"));
    if (answer instanceof Reserved device) {
      replies.done(
          command,
          Map.of(
              "serialNumber", device.serialNumber(),
              "modelCode", device.modelCode(),
              "place", device.place()));
    } else if (answer instanceof OutOfStock missing) {
      replies.failed(command, reason(missing));
    }
  }

  private static String reason(OutOfStock missing) {
    return "No "
        + missing.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
        + (missing.modelCode() == null ? "" : " " + missing.modelCode())
        + " is available in stock";
  }
}
