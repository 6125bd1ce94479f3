package com.asta.charging;

import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Answers that nobody fetches do not fill the server's memory. */
@ArquillianTest
class ExpiredAnswersIT {
  private static final int ANSWERS = 1_500;
  private static final int LETTERS = 20_000;
  private static final long ROOM = 10_485_760;

  @Resource(lookup = "java:/ConnectionFactory")
  private ConnectionFactory broker;

  @Resource(lookup = "java:/jms/queue/asta.charging.answer")
  private Queue answers;

  @Resource(lookup = "java:/jms/queue/ExpiryQueue")
  private Queue expired;

  @Test
  void expiredAnswersKeepToTheirRoom() throws Exception {
    try (JMSContext context = broker.createContext()) {
      drain(context, expired);
      JMSProducer network =
          context.createProducer().setTimeToLive(1).setDeliveryMode(DeliveryMode.NON_PERSISTENT);
      String body = "x".repeat(LETTERS);
      for (int i = 0; i < ANSWERS; i++) {
        network.send(answers, body);
      }
      Thread.sleep(50);
      drain(context, answers);

      long letters = drain(context, expired);

      assertTrue(letters > 0, "nothing expired");
      assertTrue(letters <= ROOM, letters + " letters of " + (long) ANSWERS * LETTERS);
    }
  }

  /** Takes all that is in a queue; tells its letters. */
  private static long drain(JMSContext context, Queue queue) throws Exception {
    long letters = 0;
    try (JMSConsumer consumer = context.createConsumer(queue)) {
      for (Message next; (next = consumer.receive(1_000)) != null; ) {
        letters += next.getBody(String.class).length();
      }
    }
    return letters;
  }
}
