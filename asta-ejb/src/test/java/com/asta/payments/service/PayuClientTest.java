package com.asta.payments.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayuClientTest {
  private static final Duration PATIENCE = Duration.ofMillis(700);
  private HttpServer server;
  private PayuClient client;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/good", exchange -> answer(exchange, 200, "{}".getBytes()));
    server.createContext(
        "/elsewhere",
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/good");
          answer(exchange, 302, "{\"moved\":1}".getBytes());
        });
    server.createContext("/huge", exchange -> answer(exchange, 200, new byte[1_000_000]));
    server.createContext("/slow", PayuClientTest::trickle);
    server.start();
    client = new PayuClient(settings("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @CsvSource({"/good, 200, {}", "/elsewhere, 302, {\"moved\":1}"})
  void anAnswerIsTakenAsItIsAndNoRedirectIsFollowed(String path, int status, String body) {
    assertEquals(
        Optional.of(new PayuClient.Answer(status, body)), client.json("GET", path, "token", null));
  }

  @ParameterizedTest
  @CsvSource({"/huge", "/slow"})
  void anAnswerTooLargeOrTooSlowIsNone(String path) {
    Instant begun = Instant.now();
    assertEquals(Optional.empty(), client.json("GET", path, "token", null));
    assertTrue(Duration.between(begun, Instant.now()).toMillis() < 3_000);
  }

  @Test
  void aServerThatIsNotThereIsNoAnswer() {
    int port = server.getAddress().getPort();
    server.stop(0);
    PayuClient nobody = new PayuClient(settings("http://127.0.0.1:" + port));
    assertEquals(Optional.empty(), nobody.json("GET", "/good", "token", null));
  }

  @ParameterizedTest
  @CsvSource({
    "https://secure.payu.com/pay?token=x, true",
    "http://127.0.0.1:9/pay,              true",
    "javascript:alert(1),                 false",
    "//evil.example/pay,                  false",
    "/pay,                                false",
    "'http://a b',                        false",
  })
  void onlyAWebAddressBecomesAPage(String told, boolean page) {
    assertEquals(page ? told : null, PayuOrders.page(told));
  }

  @ParameterizedTest
  @CsvSource({"WZHF5-1_a, true", "../../x, false", "a/b, false", "'', false", ", false"})
  void onlyANumberBecomesAPartOfAnAddress(String told, boolean number) {
    assertEquals(number ? told : null, PayuOrders.id(told));
  }

  @Test
  void secretsStayOutOfLogs() {
    String text = settings("https://secure.payu.com").toString();
    assertTrue(!text.contains("client-secret") && !text.contains("second-key"), text);
  }

  private static PayuSettings settings(String url) {
    return new PayuSettings(
        URI.create(url), "1", "client", "client-secret", "second-key", false, PATIENCE);
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    } catch (IOException goneAway) {
      assertTrue(exchange.getRequestURI().getPath().equals("/huge"), goneAway::toString);
    }
  }

  /** Headers at once, then a byte now and then. */
  private static void trickle(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(200, 0);
      OutputStream body = exchange.getResponseBody();
      for (int i = 0; i < 50; i++) {
        body.write(' ');
        body.flush();
        Thread.sleep(100);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
