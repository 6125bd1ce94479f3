package com.asta.system;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jboss.arquillian.container.spi.event.container.AfterDeploy;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;

/**
 * Lets no test begin before the server would let people in: the first start writes the operator's
 * profile and staff after the deployment, and a document made meanwhile would have two sellers.
 */
public final class ReadyServer implements LoadableExtension {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long PAUSE_MILLIS = 100;
  private static final int OK = 200;

  @Override
  public void register(ExtensionBuilder builder) {
    builder.observer(Door.class);
  }

  /** Waits before the door. */
  public static final class Door {
    /** Returns when the server is ready. */
    public void await(@Observes AfterDeploy deployed) throws InterruptedException {
      HttpClient client = HttpClient.newHttpClient();
      HttpRequest request =
          HttpRequest.newBuilder(TestServer.address().resolve("ready")).timeout(PATIENCE).build();
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (!isOpen(client, request)) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException(request.uri() + " did not answer " + OK);
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    }

    private static boolean isOpen(HttpClient client, HttpRequest request)
        throws InterruptedException {
      try {
        return client.send(request, BodyHandlers.discarding()).statusCode() == OK;
      } catch (IOException e) {
        return false;
      }
    }
  }
}
