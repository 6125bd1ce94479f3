package com.asta.common.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A WildFly process. */
public final class Server implements AutoCloseable {

  private static final Duration STOP_TIME = Duration.ofSeconds(30);

  private final ServerSetup setup;
  private final Process process;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(2))
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  Server(ServerSetup setup, Process process) {
    this.setup = setup;
    this.process = process;
  }

  /** The address of the application, with a slash at the end. */
  public URI address() {
    return URI.create("http://localhost:" + setup.ports().http() + "/");
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Completes when the process has ended, however it ended. */
  public CompletableFuture<Process> onExit() {
    return process.onExit();
  }

  /**
   * Returns when the server reports itself ready and the application too; refuses when the process
   * ends, the deployment fails or the time is over.
   */
  public void awaitReady(Duration limit) throws InterruptedException {
    Instant end = Instant.now().plus(limit);
    URI health = URI.create("http://localhost:" + setup.ports().management() + "/health/ready");
    Path failed = setup.directory().resolve("deployments/asta.ear.failed");
    while (!(answersWell(health) && answersWell(address().resolve("ready")))) {
      if (!process.isAlive()) {
        throw new Refusal("The server ended with code " + process.exitValue() + " while starting.");
      }
      if (Files.exists(failed)) {
        throw new Refusal("The deployment failed; the server's log above says why.");
      }
      if (Instant.now().isAfter(end)) {
        throw new Refusal("The server was not ready within " + limit.toSeconds() + " seconds.");
      }
      Thread.sleep(250);
    }
  }

  private boolean answersWell(URI address) throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20)).build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Ends the process as a power cut would: SIGKILL, nothing is tidied up. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Stops the server in good order, and by force when that takes too long. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_TIME.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
