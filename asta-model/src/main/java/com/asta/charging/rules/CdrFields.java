package com.asta.charging.rules;

import com.asta.charging.rules.CdrFormat.Origin;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;

/** What usage records have in common: numbers, times, seconds and keys as switches write them. */
final class CdrFields {
  static final long MOST_UNITS = 1_000_000_000_000_000L;

  private static final int LONGEST_KEY = 120;
  private static final int KEPT_OF_KEY = 55;
  private static final int SUBSCRIBER_DIGITS = 9;

  private CdrFields() {}

  /** The account code if it is a subscriber's number, else the caller; null if neither is one. */
  static String payer(String accountCode, String caller, Origin origin) {
    String digits = DialledNumber.e164(accountCode, origin.countryCode());
    return digits != null && digits.length() >= SUBSCRIBER_DIGITS
        ? digits
        : DialledNumber.e164(caller, origin.countryCode());
  }

  /** A whole number from 0 to 10^15, or -1. */
  static long units(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && text.charAt(start) == ' ') {
      start++;
    }
    while (end > start && text.charAt(end - 1) == ' ') {
      end--;
    }
    if (start == end || end - start > 16) {
      return -1;
    }
    long value = 0;
    for (int i = start; i < end; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value > MOST_UNITS ? -1 : value;
  }

  /** The key itself, or its beginning and its hash when it is longer than its column. */
  static String key(String text) {
    if (text.length() <= LONGEST_KEY) {
      return text;
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return text.substring(0, KEPT_OF_KEY) + '~' + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads {@code 2026-11-24 10:00:00}, also with a T, a fraction of a second, without seconds, and
   * with Z or an offset; null if it is no time. A local time that the clocks leave out is moved
   * past the gap, one that comes twice is the earlier.
   */
  static Instant time(String text, ZoneId zone) {
    int length = text.length();
    if (length < 16
        || text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || text.charAt(10) != 'T' && text.charAt(10) != ' '
        || text.charAt(13) != ':') {
      return null;
    }
    int second = 0;
    int nanos = 0;
    int at = 16;
    if (at < length && text.charAt(at) == ':') {
      second = digits(text, 17, 2);
      at = 19;
      if (at < length && (text.charAt(at) == '.' || text.charAt(at) == ',')) {
        int scale = 100_000_000;
        at++;
        while (at < length && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
          nanos += (text.charAt(at++) - '0') * scale;
          scale /= 10;
        }
      }
    }
    int[] parts = {
      digits(text, 0, 4),
      digits(text, 5, 2),
      digits(text, 8, 2),
      digits(text, 11, 2),
      digits(text, 14, 2),
      second
    };
    for (int part : parts) {
      if (part < 0) {
        return null;
      }
    }
    try {
      LocalDateTime local =
          LocalDateTime.of(
              parts[0], parts[1], parts[2], parts[3], parts[4], second, nanos / 1000 * 1000);
      if (at == length) {
        return local.atZone(zone).toInstant();
      }
      ZoneOffset offset = offset(text, at);
      return offset == null ? null : local.toInstant(offset);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static ZoneOffset offset(String text, int at) {
    String written = text.substring(at).strip();
    return written.equals("Z") || written.startsWith("+") || written.startsWith("-")
        ? ZoneOffset.of(written)
        : null;
  }

  private static int digits(String text, int from, int count) {
    if (from + count > text.length()) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < from + count; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
