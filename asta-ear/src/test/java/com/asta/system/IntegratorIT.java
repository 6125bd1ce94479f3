package com.asta.system;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.JMSSecurityRuntimeException;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The broker's outer door: who may come in, and to which addresses. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class IntegratorIT {

  @Test
  void aWrongPasswordIsRefused() {
    assertThrows(JMSSecurityRuntimeException.class, () -> connect("wrong").close());
  }

  @ParameterizedTest
  @ValueSource(strings = {"asta.charging.answer", "asta.provisioning.command"})
  void anIntegratorConsumesWhatIsForThem(String queue) {
    try (JMSContext context = connect(TestServer.JMS_PASSWORD)) {
      assertDoesNotThrow(() -> context.createConsumer(context.createQueue(queue)).close());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"asta.provisioning.command", "asta.charging.answer", "DLQ"})
  void anIntegratorSendsNothingElsewhere(String queue) {
    try (JMSContext context = connect(TestServer.JMS_PASSWORD)) {
      assertThrows(
          JMSRuntimeException.class,
          () -> context.createProducer().send(context.createQueue(queue), "forged"));
    }
  }

  @Test
  void anIntegratorSubscribesToPublishedFactsButDoesNotPublishAny() {
    try (JMSContext context = connect(TestServer.JMS_PASSWORD)) {
      var topic = context.createTopic("asta.products.events");
      context.createSharedDurableConsumer(topic, "integrator-test").close();
      context.unsubscribe("integrator-test");

      assertThrows(JMSRuntimeException.class, () -> context.createProducer().send(topic, "forged"));
    }
  }

  @SuppressWarnings("resource") // the connections of a context end with the factory's garbage
  private static JMSContext connect(String password) {
    String url = "tcp://localhost:" + TestServer.ports().jms() + "?enable1xPrefixes=true";
    return new ActiveMQConnectionFactory(url)
        .createContext(TestServer.JMS_USER, password, JMSContext.AUTO_ACKNOWLEDGE);
  }
}
