package com.asta.common.messaging;

import com.asta.common.service.DeadLetters;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.Enumeration;

/**
 * Puts a message aside in the transaction of its consumer, with the reason: for consumers that know
 * at once that nobody can ever take it, so that the broker need not try four times.
 */
public final class DeadLetterBox {
  private static final int LONGEST_REASON = 500;

  private final Session session;
  private final MessageProducer producer;

  public DeadLetterBox(Session session) throws JMSException {
    this.session = session;
    producer = session.createProducer(session.createQueue(DeadLetters.QUEUE));
    producer.setDeliveryMode(DeliveryMode.PERSISTENT);
  }

  /**
   * @param queue where the message was sent, without prefix
   * @param body what a person shall see of it, and what is sent if it is sent again; may be null
   */
  public void put(Message message, String queue, String body, String reason) throws JMSException {
    TextMessage letter = copy(session, message, body);
    letter.setStringProperty(DeadLetters.ORIGINAL_ADDRESS, DeadLetters.QUEUE_PREFIX + queue);
    letter.setStringProperty(DeadLetters.ORIGINAL_QUEUE, DeadLetters.QUEUE_PREFIX + queue);
    letter.setStringProperty(
        DeadLetters.REASON,
        reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) + "…" : reason);
    producer.send(letter);
  }

  /** A new text message with the correlation and the sender's own properties of another. */
  public static TextMessage copy(Session session, Message message, String body)
      throws JMSException {
    TextMessage copy = session.createTextMessage(body);
    copy.setJMSCorrelationID(message.getJMSCorrelationID());
    Enumeration<?> names = message.getPropertyNames();
    while (names.hasMoreElements()) {
      String name = (String) names.nextElement();
      if (!name.startsWith("JMS") && !name.startsWith("_AMQ_")) {
        copy.setObjectProperty(name, message.getObjectProperty(name));
      }
    }
    return copy;
  }
}
