package com.asta.payments.service;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Logger;

/**
 * The account at PayU: environment variables such as {@code ASTA_PAYU_URL}, or system properties
 * such as {@code asta.payu.url}, which win. It is open if all five are set.
 *
 * @param address where PayU's interface is, {@code https} unless it is this machine
 * @param secondKey signs notifications
 * @param md5 whether notifications signed with MD5 are taken
 * @param patience how long an answer may take as a whole
 */
record PayuSettings(
    URI address,
    String posId,
    String clientId,
    String clientSecret,
    String secondKey,
    boolean md5,
    Duration patience) {
  private static final Logger LOG = Logger.getLogger(PayuSettings.class.getName());
  private static final String PREFIX = "asta.payu.";
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");
  private static final long PATIENCE_MILLIS = 15_000;

  /** The settings of this server; null if it has none or they cannot be used. */
  static PayuSettings ofServer() {
    String url = text("url");
    String posId = text("pos.id");
    String clientId = text("client.id");
    String secret = text("client.secret");
    String secondKey = text("second.key");
    if (url.isEmpty()) {
      return null;
    }
    if (posId.isEmpty() || clientId.isEmpty() || secret.isEmpty() || secondKey.isEmpty()) {
      LOG.severe(
          "ASTA_PAYU_URL is set, but not all of _POS_ID, _CLIENT_ID, _CLIENT_SECRET and"
              + " _SECOND_KEY are: electronic payments stay off");
      return null;
    }
    URI address = address(url);
    if (address == null) {
      LOG.severe("ASTA_PAYU_URL must be an https address: electronic payments stay off");
      return null;
    }
    String millis = text("patience.millis");
    return new PayuSettings(
        address,
        posId,
        clientId,
        secret,
        secondKey,
        text("signature").equalsIgnoreCase("MD5"),
        Duration.ofMillis(millis.isEmpty() ? PATIENCE_MILLIS : Long.parseLong(millis)));
  }

  private static URI address(String url) {
    try {
      URI address = URI.create(url.replaceAll("/+$", ""));
      boolean safe =
          "https".equals(address.getScheme())
              || "http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost());
      return safe && address.getHost() != null ? address : null;
    } catch (IllegalArgumentException noAddress) {
      return null;
    }
  }

  private static String text(String name) {
    String property = PREFIX + name;
    String variable = property.toUpperCase(Locale.ROOT).replace('.', '_');
    String set = System.getProperty(property, System.getenv(variable));
    return set == null ? "" : set.strip();
  }

  /** The secrets stay out of logs. */
  @Override
  public String toString() {
    return "PayU " + address + " point of sale " + posId;
  }
}
