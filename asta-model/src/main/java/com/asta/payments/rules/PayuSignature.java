package com.asta.payments.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/**
 * The signature of a PayU notification: a digest over its body and the second key of the point of
 * sale, in a header such as {@code sender=checkout;signature=1f2e…;algorithm=SHA-256}.
 */
public final class PayuSignature {
  private static final int LONGEST_HEADER = 500;

  private PayuSignature() {}

  /**
   * True if the header signs the body with the key; takes the same time whatever differs.
   *
   * @param md5 whether the outdated MD5 is accepted beside SHA-256
   */
  public static boolean verifies(String header, byte[] body, String key, boolean md5) {
    if (header == null || header.length() > LONGEST_HEADER) {
      return false;
    }
    Map<String, String> parts = parts(header);
    String signature = parts.getOrDefault("signature", "").toLowerCase(Locale.ROOT);
    String algorithm = parts.getOrDefault("algorithm", "").toUpperCase(Locale.ROOT);
    return switch (algorithm) {
      case "SHA-256", "SHA256" -> same(signature, sign("SHA-256", body, key));
      case "MD5" -> md5 && same(signature, sign("MD5", body, key));
      default -> false;
    };
  }

  /** The digest, in hexadecimal digits. */
  public static String sign(String algorithm, byte[] body, String key) {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      digest.update(body);
      return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalArgumentException("Algorithm " + algorithm, e);
    }
  }

  private static boolean same(String told, String computed) {
    return MessageDigest.isEqual(
        told.getBytes(StandardCharsets.UTF_8), computed.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> parts(String header) {
    Map<String, String> parts = new HashMap<>();
    for (String part : header.split(";")) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        parts.putIfAbsent(
            part.substring(0, equals).strip().toLowerCase(Locale.ROOT),
            part.substring(equals + 1).strip());
      }
    }
    return parts;
  }
}
