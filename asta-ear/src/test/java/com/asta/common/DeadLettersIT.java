package com.asta.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.service.DeadLetter;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import java.time.Duration;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

@ArquillianTest
class DeadLettersIT {
  private static final String QUEUE = "asta.workflow.replies";

  @Resource(lookup = "java:/ConnectionFactory")
  private ConnectionFactory broker;

  @Inject private OperatorDesk desk;

  @Test
  void whatNobodyCanTakeIsShownSentAgainAndThrownAway() throws InterruptedException {
    String body = "not JSON at all " + UUID.randomUUID();
    send(body);

    DeadLetter first = arrived(body);
    assertEquals(QUEUE, first.origin());
    assertTrue(desk.resend(first.id()));
    assertFalse(desk.resend(first.id()), "only once");

    DeadLetter again = arrived(body);
    assertNotEquals(first.id(), again.id());
    assertTrue(desk.discard(again.id()));
    assertTrue(desk.letter(body).isEmpty());
  }

  private void send(String body) {
    try (JMSContext context = broker.createContext()) {
      context.createProducer().send(context.createQueue(QUEUE), body);
    }
  }

  private DeadLetter arrived(String body) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (System.nanoTime() < end) {
      var letter = desk.letter(body);
      if (letter.isPresent()) {
        return letter.get();
      }
      Thread.sleep(100);
    }
    throw new AssertionError("No dead letter " + body);
  }
}
