package com.asta.workflow;

import com.asta.common.service.Json;
import com.asta.workflow.event.ProvisionService;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** The network as any JMS client may play it. */
final class Network {
  private static final long PATIENCE_MILLIS = 15_000;

  private final ConnectionFactory broker;

  Network(ConnectionFactory broker) {
    this.broker = broker;
  }

  /** The next command for this order. */
  ProvisionService command(String businessKey) throws JMSException, Json.Malformed {
    try (JMSContext context = broker.createContext();
        var consumer =
            context.createConsumer(
                context.createQueue("asta.provisioning.command"),
                "businessKey = '" + businessKey + "'")) {
      Message message = consumer.receive(PATIENCE_MILLIS);
      if (message == null) {
        throw new AssertionError("No command for " + businessKey);
      }
      return Json.read(message.getBody(String.class), ProvisionService.class);
    }
  }

  void answers(String body) {
    answers(body, null);
  }

  void answers(String body, String correlation) {
    send("asta.provisioning.answer", body, correlation);
  }

  void send(String queue, String body, String correlation) {
    try (JMSContext context = broker.createContext()) {
      TextMessage message = context.createTextMessage(body);
      message.setJMSCorrelationID(correlation);
      context.createProducer().send(context.createQueue(queue), message);
    } catch (JMSException e) {
      throw new IllegalStateException(e);
    }
  }

  static void await(String what, BooleanSupplier reached) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMillis(PATIENCE_MILLIS).toNanos();
    while (!reached.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Waited in vain: " + what);
      }
      Thread.sleep(50);
    }
  }
}
