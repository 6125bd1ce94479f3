package com.asta.charging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Texts that are no charging request, made from one that is. */
final class ChargingFuzz {
  /** A request that is whole. */
  static final String WHOLE =
      "{\"sessionId\":\"fuzz-1\",\"requestNumber\":1,\"type\":\"EVENT_DEBIT\","
          + "\"subscriber\":\"+48500100200\",\"service\":\"VOICE\",\"destination\":\"+48501000001\","
          + "\"units\":60}";

  private static final long SEED = 20_261_123;
  private static final int CUTS = 25;
  private static final int LONG = 20_000;

  private ChargingFuzz() {}

  /** Always the same texts, in the same order. */
  static Stream<String> corpus() {
    List<String> texts = new ArrayList<>();
    texts.addAll(List.of("", " ", "null", "[]", "{}", "5", "\"text\"", "\0", "\uFEFF", "<xml/>"));
    Random random = new Random(SEED);
    for (int i = 0; i < CUTS; i++) {
      texts.add(WHOLE.substring(0, random.nextInt(WHOLE.length())));
    }
    texts.add(WHOLE + WHOLE);
    texts.add("[" + WHOLE + "]");
    texts.add(WHOLE.replace('"', '\''));
    // twice
    texts.add(WHOLE.replace("\"units\":60", "\"units\":60,\"units\":1"));
    texts.add(WHOLE.replace("\"units\":60", "\"units\":60,\"sessionId\":\"other\""));
    // numbers
    for (String number :
        List.of(
            "-60",
            "0",
            "NaN",
            "Infinity",
            "-Infinity",
            "1e400",
            "1e999999999",
            "60.5",
            "\"60\"",
            "9223372036854775808",
            "9".repeat(900),
            "true",
            "{}",
            "[60]",
            "0x3C",
            "060")) {
      texts.add(WHOLE.replace("\"units\":60", "\"units\":" + number));
    }
    for (String number : List.of("-1", "2147483648", "1.5", "null", "\"1\"", "NaN", "[]")) {
      texts.add(WHOLE.replace("\"requestNumber\":1", "\"requestNumber\":" + number));
    }
    // dates
    for (String at :
        List.of(
            "\"yesterday\"",
            "\"2026-02-30T00:00:00Z\"",
            "\"2026-11-23\"",
            "1763892000",
            "\"\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "\"-0044-03-15T12:00:00Z\"",
            "\"1970-01-01T00:00:00Z\"",
            "\"2026-11-23T10:15:00\"",
            "\"2026-11-23T25:00:00Z\"",
            "{}",
            "NaN")) {
      texts.add(WHOLE.replace("\"units\":60", "\"units\":60,\"at\":" + at));
    }
    // texts
    for (String text :
        List.of(
            "\"\"",
            "\"  \"",
            "5",
            "null",
            "{}",
            "[]",
            "\"a\\u0000b\"",
            "\"a\\nb\"",
            "\"\\ud800\"",
            "\"" + "x".repeat(65) + "\"",
            "\"" + "x".repeat(LONG) + "\"",
            "\"\\x\"",
            "\"\u0001\"")) {
      texts.add(WHOLE.replace("\"fuzz-1\"", text));
    }
    for (String text :
        List.of("\"\"", "5", "null", "\"\\u0000\"", "\"" + "9".repeat(LONG) + "\"")) {
      texts.add(WHOLE.replace("\"+48500100200\"", text));
    }
    for (String text : List.of("5", "{}", "\"" + "4".repeat(LONG) + "\"", "\"48\\u0000\"")) {
      texts.add(WHOLE.replace("\"+48501000001\"", text));
    }
    for (String kind : List.of("\"GIFT\"", "0", "null", "\"event_debit\"", "\"\"", "[]")) {
      texts.add(WHOLE.replace("\"EVENT_DEBIT\"", kind));
    }
    for (String service : List.of("\"FAX\"", "0", "null", "\"voice\"", "true")) {
      texts.add(WHOLE.replace("\"VOICE\"", service));
    }
    for (String groups :
        List.of(
            "5",
            "[]",
            "[null]",
            "[{}]",
            "[{\"ratingGroup\":5}]",
            "[{\"ratingGroup\":\"\"}]",
            "[{\"ratingGroup\":\"a\",\"usedUnits\":-1}]",
            "[{\"ratingGroup\":\"a\\u0000\"}]",
            "[{\"ratingGroup\":\"a\",\"requestedUnits\":1e30}]",
            "{\"ratingGroup\":\"a\"}",
            "[{\"ratingGroup\":\"a\"},{\"ratingGroup\":\"a\"}]")) {
      texts.add(
          WHOLE
              .replace("EVENT_DEBIT", "SESSION_UPDATE")
              .replace("\"units\":60", "\"groups\":" + groups));
    }
    // depth
    texts.add("[".repeat(LONG));
    texts.add("{\"a\":".repeat(LONG / 5));
    texts.add(
        WHOLE.replace("\"units\":60", "\"x\":" + "[".repeat(LONG / 2) + "]".repeat(LONG / 2)));
    // another encoding: UTF-8 read as Latin-1, UTF-16 as bytes
    texts.add(new String(WHOLE.getBytes(StandardCharsets.UTF_16), StandardCharsets.ISO_8859_1));
    return texts.stream();
  }
}
