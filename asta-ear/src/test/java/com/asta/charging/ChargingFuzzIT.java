package com.asta.charging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.charging.service.ChargingAnswer;
import com.asta.charging.service.ChargingAnswer.Reason;
import com.asta.charging.service.ChargingAnswer.Refused;
import com.asta.common.OperatorDesk;
import com.asta.common.service.DeadLetter;
import com.asta.common.service.Json;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Destination;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever comes to the request queue is answered, or a dead letter with its reason, and the next
 * good request is answered at once.
 */
@ArquillianTest
class ChargingFuzzIT {
  private static final long PATIENCE_MILLIS = 10_000;
  private static final long AT_ONCE_MILLIS = 3_000;
  private static final int HUGE = 20_000_000;

  @Resource(lookup = "java:/ConnectionFactory")
  private ConnectionFactory broker;

  @Inject private OperatorDesk desk;

  private JMSContext context;
  private Queue requests;
  private Queue answers;
  private JMSConsumer consumer;

  @BeforeEach
  void open() {
    context = broker.createContext();
    requests = context.createQueue("asta.charging.request");
    answers = context.createTemporaryQueue();
    consumer = context.createConsumer(answers);
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void everyCorruptTextIsAnsweredWithWhatIsWrong() throws Exception {
    Map<String, String> sent = new HashMap<>();
    for (String text : ChargingFuzz.corpus().toList()) {
      sent.put(send(context.createTextMessage(text), answers), text);
    }
    while (!sent.isEmpty()) {
      Message answer = consumer.receive(PATIENCE_MILLIS);
      assertNotNull(answer, () -> "Not answered: " + shortened(sent.values().toString()));
      String text = sent.remove(answer.getJMSCorrelationID());
      Refused refused = assertInstanceOf(Refused.class, read(answer), shortened(text));
      assertEquals(Reason.MALFORMED, refused.reason(), shortened(text));
      assertFalse(refused.detail().isBlank(), shortened(text));
    }
    assertTheNextIsAnswered();
  }

  @Test
  void whatIsNoTextIsAnsweredToo() throws Exception {
    BytesMessage bytes = context.createBytesMessage();
    bytes.writeBytes(ChargingFuzz.WHOLE.getBytes(StandardCharsets.UTF_8));
    MapMessage map = context.createMapMessage();
    map.setString("sessionId", "s");
    BytesMessage huge = context.createBytesMessage();
    huge.writeBytes(new byte[HUGE]);
    List<Message> strange =
        List.of(
            bytes,
            map,
            huge,
            context.createObjectMessage("serialised"),
            context.createStreamMessage(),
            context.createMessage(),
            context.createTextMessage(),
            context.createTextMessage("x".repeat(HUGE)));
    for (Message message : strange) {
      send(message, answers);
      Message answer = consumer.receive(PATIENCE_MILLIS);
      assertNotNull(answer, message::toString);
      assertEquals(Reason.MALFORMED, assertInstanceOf(Refused.class, read(answer)).reason());
      assertTheNextIsAnswered();
    }
  }

  @Test
  void whatCannotBeAnsweredIsADeadLetterWithItsReason() throws Exception {
    String broken = "{\"sessionId\": \"" + UUID.randomUUID() + "\", \"requestNumber\": true}";
    send(context.createTextMessage(broken), null);

    DeadLetter letter = dead(broken);
    assertEquals("asta.charging.request", letter.origin());
    assertTrue(letter.reason().contains("requestNumber"), letter.reason());
    assertTheNextIsAnswered();
    assertTrue(desk.discard(letter.id()));
  }

  @Test
  void nobodyWritesToAnotherQueueByAskingForAnAnswerThere() throws Exception {
    String forged = ChargingFuzz.WHOLE.replace("fuzz-1", UUID.randomUUID().toString());
    for (Destination elsewhere :
        List.of(
            context.createQueue("asta.provisioning.answer"),
            requests,
            context.createTopic("asta.products.events"))) {
      send(context.createTextMessage(forged), elsewhere);
      DeadLetter letter = dead(forged);
      assertTrue(letter.reason().contains("JMSReplyTo"), letter.reason());
      assertTrue(desk.discard(letter.id()));
    }
    assertTheNextIsAnswered();
  }

  @Test
  void whoeverIsGoneKeepsNobodyWaiting() throws Exception {
    List<Queue> gone = new ArrayList<>();
    try (JMSContext other = broker.createContext()) {
      for (int i = 0; i < 10; i++) {
        gone.add(other.createTemporaryQueue());
      }
    }
    for (Queue queue : gone) {
      send(context.createTextMessage(good()), queue);
    }
    assertTheNextIsAnswered();
  }

  private void assertTheNextIsAnswered() throws Exception {
    String id = send(context.createTextMessage(good()), answers);
    Message answer = consumer.receive(AT_ONCE_MILLIS);
    assertNotNull(answer, "The next good request was not answered at once");
    assertEquals(id, answer.getJMSCorrelationID());
    assertEquals(Reason.UNKNOWN_SUBSCRIBER, assertInstanceOf(Refused.class, read(answer)).reason());
  }

  /** Of nobody's number, so that it needs no account. */
  private static String good() {
    return ChargingFuzz.WHOLE
        .replace("fuzz-1", UUID.randomUUID().toString())
        .replace("+48500100200", "+48999888777");
  }

  private String send(Message message, Destination replyTo) throws JMSException {
    message.setJMSReplyTo(replyTo);
    context.createProducer().send(requests, message);
    return message.getJMSMessageID();
  }

  private DeadLetter dead(String body) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMillis(PATIENCE_MILLIS).toNanos();
    while (System.nanoTime() < end) {
      Optional<DeadLetter> letter = desk.letter(body);
      if (letter.isPresent()) {
        return letter.get();
      }
      Thread.sleep(50);
    }
    throw new AssertionError("No dead letter " + body);
  }

  private static ChargingAnswer read(Message answer) throws Exception {
    return Json.read(((TextMessage) answer).getText(), ChargingAnswer.class);
  }

  private static String shortened(String text) {
    return text.length() > 200 ? text.substring(0, 200) + "…" : text;
  }
}
