package com.asta.payments.service;

import com.asta.common.service.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The access tokens of PayU's OAuth, kept until shortly before they end. */
final class PayuLogin {
  private static final String PATH = "/pl/standard/user/oauth/authorize";
  private static final Duration EARLY = Duration.ofSeconds(60);
  private static final int MOST_KEPT = 500;
  private static final String SHOP = "";

  private final PayuSettings settings;
  private final PayuClient client;
  private final Clock clock;
  private final Map<String, Kept> kept = new HashMap<>();

  PayuLogin(PayuSettings settings, PayuClient client, Clock clock) {
    this.settings = settings;
    this.client = client;
    this.clock = clock;
  }

  private record Kept(String token, Instant until) {}

  /** For what the shop does by itself. */
  Optional<String> ofShop() {
    return token(SHOP, Map.of("grant_type", "client_credentials"));
  }

  /** For what the shop does for a customer it knows: saved cards are found by it. */
  Optional<String> ofCustomer(ProviderOrder.Payer payer) {
    return token(
        "customer-" + payer.customerId(),
        Map.of(
            "grant_type",
            "trusted_merchant",
            "email",
            payer.email() == null ? "" : payer.email(),
            "ext_customer_id",
            String.valueOf(payer.customerId())));
  }

  /** Forgets tokens that PayU does not take any more. */
  synchronized void renew() {
    kept.clear();
  }

  private Optional<String> token(String of, Map<String, String> grant) {
    Instant now = clock.instant();
    synchronized (this) {
      Kept known = kept.get(of);
      if (known != null && known.until().isAfter(now)) {
        return Optional.of(known.token());
      }
    }
    Map<String, String> fields = new LinkedHashMap<>(grant);
    fields.put("client_id", settings.clientId());
    fields.put("client_secret", settings.clientSecret());
    return client
        .form(PATH, fields)
        .filter(answer -> answer.status() == 200)
        .flatMap(answer -> read(answer.body()))
        .map(token -> keep(of, token, now));
  }

  private synchronized String keep(String of, PayuMessages.Token token, Instant now) {
    if (kept.size() >= MOST_KEPT) {
      kept.clear();
    }
    Instant until = now.plusSeconds(token.expiresInSeconds()).minus(EARLY);
    kept.put(of, new Kept(token.accessToken(), until));
    return token.accessToken();
  }

  private static Optional<PayuMessages.Token> read(String body) {
    try {
      PayuMessages.Token token = Json.read(body, PayuMessages.Token.class);
      return Optional.of(token).filter(each -> each.accessToken() != null);
    } catch (Json.Malformed nonsense) {
      return Optional.empty();
    }
  }
}
