package com.asta.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.system.TestServer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody who tells of payments without end, over the network as anybody may. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class GatewayFloodIT {
  private static final int MOST_TRIES = 5_000;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void whoTellsTooOftenIsToldToWaitAndLetInAgain() throws Exception {
    HttpResponse<Void> answer = tell();
    int tries = 1;
    while (answer.statusCode() == 403 && tries < MOST_TRIES) {
      answer = tell();
      tries++;
    }
    assertEquals(429, answer.statusCode(), "after " + tries);
    assertTrue(tries > 200, "a burst is let through: " + tries);
    long seconds = answer.headers().firstValueAsLong("Retry-After").orElseThrow();
    assertEquals(1, seconds);
    Thread.sleep(seconds * 1_000);
    assertEquals(403, tell().statusCode(), "looked at again");
  }

  private HttpResponse<Void> tell() throws Exception {
    return client.send(
        HttpRequest.newBuilder(TestServer.address().resolve("rest/gateway/PAYU/notification"))
            .header("OpenPayU-Signature", "signature=00;algorithm=SHA-256")
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build(),
        HttpResponse.BodyHandlers.discarding());
  }
}
