package com.asta.common.messaging;

import com.asta.common.service.Inbox;
import com.asta.common.service.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.function.Consumer;

/**
 * Acts on a JSON message once. Call it from a message-driven bean's {@code onMessage}: whatever the
 * action throws rolls the message back, so that the broker redelivers it and in the end moves it to
 * the dead-letter queue, where a person sees it.
 */
@ApplicationScoped
public class EventListener {
  @Inject private Inbox inbox;

  /**
   * Hands the parsed body to {@code action} unless {@code consumer} acted on this message before.
   *
   * @throws IllegalArgumentException if the body is not the JSON of {@code type}
   */
  public <E> void handle(Message message, String consumer, Class<E> type, Consumer<E> action) {
    try {
      String id = message.getStringProperty("messageId");
      E body = Json.read(message.getBody(String.class), type);
      if (inbox.first(id == null ? message.getJMSMessageID() : id, consumer)) {
        action.accept(body);
      }
    } catch (Json.Malformed e) {
      throw new IllegalArgumentException(
          consumer + " expects " + type.getSimpleName() + ": " + e.getMessage(), e);
    } catch (JMSException e) {
      throw new IllegalStateException(consumer + " could not read a message", e);
    }
  }

  /** The name of the event or command a message is. */
  public static String eventOf(Message message) {
    try {
      return String.valueOf(message.getStringProperty("event"));
    } catch (JMSException e) {
      throw new IllegalStateException("A message without properties", e);
    }
  }
}
