package com.asta.common.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Destination;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;

/** The messages that nobody could take: to look at, to send again, to throw away. */
@Stateless
@RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
public class DeadLetters {
  /** Where dead letters lie. */
  public static final String QUEUE = "DLQ";

  /** Properties of a dead letter: the queue or topic subscription, and the address, it died at. */
  public static final String ORIGINAL_QUEUE = "_AMQ_ORIG_QUEUE";

  public static final String ORIGINAL_ADDRESS = "_AMQ_ORIG_ADDRESS";

  /** Property: why, if the consumer said so. */
  public static final String REASON = "deadLetterReason";

  /** What the broker puts before a queue's name. */
  public static final String QUEUE_PREFIX = "jms.queue.";

  private static final int SHOWN = 4_000;
  private static final long WAIT_MILLIS = 2_000;
  private static final String TOPIC = "jms.topic.";

  /** The broker would drop a copy that carries the duplicate id it remembers. */
  private static final Set<String> NOT_COPIED = Set.of("_AMQ_DUPL_ID", "JMSXDeliveryCount", REASON);

  @Resource(lookup = "java:/JmsXA")
  private ConnectionFactory broker;

  @Inject private AuditLog audit;

  /** Dead letters, the oldest first. */
  public List<DeadLetter> list(int offset, int limit) {
    List<DeadLetter> letters = new ArrayList<>();
    try (JMSContext context = broker.createContext();
        var browser = context.createBrowser(context.createQueue(QUEUE))) {
      Enumeration<?> messages = browser.getEnumeration();
      for (int i = 0; messages.hasMoreElements() && i < offset + limit; i++) {
        Message message = (Message) messages.nextElement();
        if (i >= offset) {
          letters.add(letter(message));
        }
      }
    } catch (JMSException e) {
      throw new IllegalStateException("The dead letters could not be read", e);
    }
    return letters;
  }

  /**
   * Sends a letter again to where it was sent first, and takes it off the list in the same
   * transaction.
   *
   * @return false if it is gone already
   */
  public boolean resend(String id) {
    try (JMSContext context = broker.createContext()) {
      Message letter = taken(context, id);
      if (letter == null) {
        return false;
      }
      String address = letter.getStringProperty(ORIGINAL_ADDRESS);
      context.createProducer().send(destination(context, address), copy(context, letter));
      audit.record("DeadLetter", 0, "resent", plain(address), id, null);
      return true;
    } catch (JMSException e) {
      throw new IllegalStateException("The dead letter " + id + " could not be sent again", e);
    }
  }

  /** Throws a letter away; false if it is gone already. */
  public boolean discard(String id) {
    try (JMSContext context = broker.createContext()) {
      Message letter = taken(context, id);
      if (letter != null) {
        audit.record("DeadLetter", 0, "discarded", letter(letter).origin(), id, null);
      }
      return letter != null;
    } catch (JMSException e) {
      throw new IllegalStateException("The dead letter " + id + " could not be thrown away", e);
    }
  }

  private static Message taken(JMSContext context, String id) {
    Queue queue = context.createQueue(QUEUE);
    String selector = "JMSMessageID = '" + id.replace("'", "''") + "'";
    try (JMSConsumer consumer = context.createConsumer(queue, selector)) {
      return consumer.receive(WAIT_MILLIS);
    }
  }

  /** A fact goes to all subscribers again; those that acted on it know its id and drop it. */
  private static Destination destination(JMSContext context, String address) {
    return address.startsWith(TOPIC)
        ? context.createTopic(plain(address))
        : context.createQueue(plain(address));
  }

  private static Message copy(JMSContext context, Message letter) throws JMSException {
    Message copy =
        letter instanceof TextMessage text
            ? context.createTextMessage(text.getText())
            : context.createMessage();
    copy.setJMSCorrelationID(letter.getJMSCorrelationID());
    Enumeration<?> names = letter.getPropertyNames();
    while (names.hasMoreElements()) {
      String name = (String) names.nextElement();
      if (!NOT_COPIED.contains(name) && !name.startsWith("_AMQ_")) {
        copy.setObjectProperty(name, letter.getObjectProperty(name));
      }
    }
    return copy;
  }

  private static DeadLetter letter(Message message) throws JMSException {
    String body = message instanceof TextMessage text ? text.getText() : null;
    return new DeadLetter(
        message.getJMSMessageID(),
        Instant.ofEpochMilli(message.getJMSTimestamp()),
        plain(message.getStringProperty(ORIGINAL_ADDRESS)),
        plain(message.getStringProperty(ORIGINAL_QUEUE)),
        message.getStringProperty("event"),
        message.getStringProperty(REASON),
        body != null && body.length() > SHOWN ? body.substring(0, SHOWN) + "…" : body);
  }

  private static String plain(String name) {
    return name == null ? "" : name.replaceFirst("^jms\\.(queue|topic)\\.", "");
  }
}
