package com.asta.charging.messaging;

import com.asta.charging.service.ChargingRequest;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;

/**
 * A message of the request queue and what it turned out to be.
 *
 * @param text its body; null for a body that is not read
 * @param request null if it is none
 * @param fault why it is none
 * @param replyTo null if nobody waits for the answer
 */
record TakenRequest(
    Message message, String text, ChargingRequest request, String fault, Destination replyTo) {
  /** Far longer than any request; what is longer is not read. */
  static final int LONGEST_CHARACTERS = 32_768;

  /** Where answers may go besides temporary queues; so may queues that continue it with a dot. */
  static final String ANSWERS = "asta.charging.answer";

  /** The broker streams a large message; its body is not in memory unless it is read. */
  private static final String LARGE = "_AMQ_LARGE_SIZE";

  static TakenRequest of(Message message) {
    try {
      Destination replyTo = message.getJMSReplyTo();
      if (replyTo != null && !mayAnswer(replyTo)) {
        String fault = "JMSReplyTo is " + replyTo + "; answers go to " + ANSWERS;
        return new TakenRequest(message, readable(message), null, fault, null);
      }
      return read(message, replyTo);
    } catch (JMSException | RuntimeException e) {
      return new TakenRequest(message, null, null, "Not readable: " + e.getMessage(), null);
    }
  }

  private static TakenRequest read(Message message, Destination replyTo) throws JMSException {
    String text = readable(message);
    if (text == null) {
      String fault =
          message instanceof TextMessage
              ? "A request has at most " + LONGEST_CHARACTERS + " characters"
              : "A request is a JMS text message";
      return new TakenRequest(message, null, null, fault, replyTo);
    }
    try {
      return new TakenRequest(message, text, ChargingMessage.read(text), null, replyTo);
    } catch (IllegalArgumentException e) {
      return new TakenRequest(message, text, null, e.getMessage(), replyTo);
    } catch (StackOverflowError e) {
      return new TakenRequest(message, text, null, "Nested too deeply", replyTo);
    }
  }

  /** The text, unless it is too long or there is none. */
  private static String readable(Message message) throws JMSException {
    if (message.propertyExists(LARGE) || !(message instanceof TextMessage)) {
      return null;
    }
    String text = ((TextMessage) message).getText();
    return text == null || text.length() > LONGEST_CHARACTERS ? null : text;
  }

  /** Whoever may ask shall not write to the queues of others by asking for an answer there. */
  private static boolean mayAnswer(Destination replyTo) throws JMSException {
    if (replyTo instanceof TemporaryQueue) {
      return true;
    }
    String name = replyTo instanceof Queue queue ? queue.getQueueName() : "";
    String plain = name.startsWith("jms.queue.") ? name.substring("jms.queue.".length()) : name;
    return plain.equals(ANSWERS) || plain.startsWith(ANSWERS + ".");
  }
}
