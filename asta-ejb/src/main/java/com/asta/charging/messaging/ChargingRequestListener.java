package com.asta.charging.messaging;

import com.asta.charging.service.ChargingAnswer;
import com.asta.charging.service.ChargingAnswer.Reason;
import com.asta.charging.service.ChargingAnswer.Refused;
import com.asta.charging.service.ChargingService;
import com.asta.common.service.Json;
import com.asta.common.service.Roles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageFormatException;
import jakarta.jms.MessageListener;
import jakarta.jms.TextMessage;

/**
 * Charging for networks: a JSON request on the queue {@code asta.charging.request}, a JSON answer
 * to JMSReplyTo with the request's correlation id. The answer is durable before it is sent; if it
 * is lost on the way, the repeated request gets it again.
 */
@PermitAll
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = "java:/jms/queue/asta.charging.request"),
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "32")
    })
@RunAs(Roles.SYSTEM)
public class ChargingRequestListener implements MessageListener {
  @Inject private ChargingService charging;
  @Inject private JMSContext context;

  @Override
  public void onMessage(Message message) {
    try {
      ChargingAnswer answer = answer(message);
      if (message.getJMSReplyTo() != null) {
        TextMessage reply = context.createTextMessage(Json.write(answer));
        String correlation = message.getJMSCorrelationID();
        reply.setJMSCorrelationID(correlation == null ? message.getJMSMessageID() : correlation);
        context.createProducer().send(message.getJMSReplyTo(), reply);
      }
    } catch (JMSException e) {
      throw new IllegalStateException("A charging request could not be answered", e);
    }
  }

  private ChargingAnswer answer(Message message) throws JMSException {
    try {
      ChargingMessage body = Json.read(message.getBody(String.class), ChargingMessage.class);
      return charging.handle(body.request());
    } catch (Json.Malformed | IllegalArgumentException | MessageFormatException e) {
      if (message.getJMSReplyTo() == null) {
        throw new IllegalArgumentException("Not a charging request: " + e.getMessage(), e);
      }
      return new Refused("", 0, Reason.MALFORMED, e.getMessage(), null);
    }
  }
}
