package com.asta.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sends the forms of the pages as a browser without scripts would, for tests that need no look. */
final class FormClient {
  private static final Pattern VIEW_STATE =
      Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]* value=\"([^\"]+)\"");
  private static final Pattern NONCE =
      Pattern.compile("name=\"primefaces\\.nonce\"[^>]* value=\"([^\"]+)\"");

  private final URI address;
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  private FormClient(URI address) {
    this.address = address;
  }

  /** Signs in as one of the demo's staff. */
  static FormClient signIn(URI address, String login) throws IOException, InterruptedException {
    FormClient client = new FormClient(address);
    HttpResponse<String> home =
        client.submit(
            "login.xhtml", "login", "submit", Map.of("username", login, "password", "asta-demo"));
    assertTrue(home.uri().getPath().endsWith("home.xhtml"), () -> login + " is at " + home.uri());
    return client;
  }

  /** Opens a page and presses a button of one of its forms; returns the page it led to. */
  HttpResponse<String> submit(String page, String form, String button, Map<String, String> fields)
      throws IOException, InterruptedException {
    URI uri = address.resolve(page);
    String content = send(HttpRequest.newBuilder(uri).build()).body();
    Map<String, String> sent = new LinkedHashMap<>();
    sent.put(form, form);
    fields.forEach((field, value) -> sent.put(form + ":" + field, value));
    sent.put(form + ":" + button, "");
    sent.put("jakarta.faces.ViewState", first(VIEW_STATE, content));
    sent.put("primefaces.nonce", first(NONCE, content));
    return send(
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(encoded(sent)))
            .build());
  }

  /** Opens a page. */
  HttpResponse<String> open(String page) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address.resolve(page)).build());
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    assertEquals(200, response.statusCode(), () -> request.method() + " " + request.uri());
    return response;
  }

  private static String first(Pattern pattern, String page) {
    Matcher matcher = pattern.matcher(page);
    assertTrue(matcher.find(), () -> "No " + pattern + " on the page");
    return matcher.group(1);
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
