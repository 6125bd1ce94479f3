package com.asta.charging;

import com.asta.system.TestServer;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.function.BiConsumer;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * A network's client: sends requests from one thread, and hears answers on the shared answer queue
 * on another. What it waits for is not persistent: an answer is the only receipt that counts.
 */
public final class ChargingCaller implements AutoCloseable {
  private final ActiveMQConnectionFactory factory;
  private final jakarta.jms.Connection connection;
  private final Session sending;
  private final MessageProducer producer;
  private final MessageProducer left;
  private final Queue answers;
  private volatile boolean broken;

  /**
   * @param heard takes the correlation id and the body of each answer
   */
  public ChargingCaller(int port, BiConsumer<String, String> heard) throws JMSException {
    factory =
        new ActiveMQConnectionFactory(
            "tcp://localhost:" + port + "?enable1xPrefixes=true&batchDelay=2");
    factory.setReconnectAttempts(0);
    connection = factory.createConnection(TestServer.JMS_USER, TestServer.JMS_PASSWORD);
    connection.setExceptionListener(e -> broken = true);
    sending = connection.createSession(Session.AUTO_ACKNOWLEDGE);
    producer = sending.createProducer(sending.createQueue("asta.charging.request"));
    producer.setDeliveryMode(DeliveryMode.NON_PERSISTENT);
    producer.setDisableMessageID(true);
    left = sending.createProducer(producer.getDestination());
    answers = sending.createQueue("asta.charging.answer");
    Session hearing = connection.createSession(Session.DUPS_OK_ACKNOWLEDGE);
    hearing.createConsumer(answers).setMessageListener(message -> hear(message, heard));
    connection.start();
  }

  /** Sends a request; its answer will bear the correlation id. */
  public void send(String correlation, String body) throws JMSException {
    TextMessage message = sending.createTextMessage(body);
    message.setJMSCorrelationID(correlation);
    message.setJMSReplyTo(answers);
    producer.send(message);
  }

  /** Leaves a request that nobody will ask after; it is durable when this returns. */
  public void leave(String body) throws JMSException {
    left.send(sending.createTextMessage(body));
  }

  /** Whether the server is gone. */
  public boolean isBroken() {
    return broken;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (JMSException | JMSRuntimeException e) {
      // The server is gone already.
    }
    factory.close();
  }

  private static void hear(Message message, BiConsumer<String, String> heard) {
    try {
      heard.accept(message.getJMSCorrelationID(), ((TextMessage) message).getText());
    } catch (JMSException e) {
      throw new IllegalStateException(e);
    }
  }
}
