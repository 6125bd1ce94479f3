package com.asta.payments.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Speaks HTTP with PayU: no redirects followed, answers bounded in time and size. Whatever fails is
 * an empty answer.
 */
final class PayuClient {
  private static final Logger LOG = Logger.getLogger(PayuClient.class.getName());
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final int LARGEST_BYTES = 256 * 1024;

  private final URI address;
  private final Duration patience;
  private final HttpClient client;

  PayuClient(PayuSettings settings) {
    address = settings.address();
    patience = settings.patience();
    client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** An answer. */
  record Answer(int status, String body) {}

  Optional<Answer> json(String method, String path, String token, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .method(method, publisher(body)));
  }

  Optional<Answer> form(String path, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .timeout(patience)
        .header("Accept", "application/json");
  }

  /** The time covers the whole exchange, which a request's own limit does not. */
  private Optional<Answer> send(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    CompletableFuture<HttpResponse<byte[]>> exchange =
        client.sendAsync(request, info -> new Bounded());
    try {
      HttpResponse<byte[]> response = exchange.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return Optional.of(
          new Answer(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8)));
    } catch (TimeoutException | ExecutionException failure) {
      exchange.cancel(true);
      LOG.log(
          Level.WARNING,
          "No answer from PayU to {0} {1}: {2}",
          new Object[] {request.method(), request.uri().getPath(), failure});
      return Optional.empty();
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static HttpRequest.BodyPublisher publisher(String body) {
    return body == null
        ? HttpRequest.BodyPublishers.noBody()
        : HttpRequest.BodyPublishers.ofString(body);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Collects a body, and gives up on one that is too large. */
  private static final class Bounded implements HttpResponse.BodySubscriber<byte[]> {
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
    private Flow.Subscription subscription;

    @Override
    public CompletionStage<byte[]> getBody() {
      return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription begun) {
      subscription = begun;
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      for (ByteBuffer buffer : buffers) {
        if (parts.size() + buffer.remaining() > LARGEST_BYTES) {
          subscription.cancel();
          whole.completeExceptionally(new IOException("More than " + LARGEST_BYTES + " bytes"));
          return;
        }
        byte[] part = new byte[buffer.remaining()];
        buffer.get(part);
        parts.writeBytes(part);
      }
    }

    @Override
    public void onError(Throwable failure) {
      whole.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      whole.complete(parts.toByteArray());
    }
  }
}
