package com.asta.charging.rules;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the columns of some operator's CSV become usage. A column is called by its name in the header
 * or, without one, by its number, the first is 1.
 *
 * @param separator one character between fields
 * @param charset name of the encoding; every octet below 128 is ASCII in it
 * @param header whether the first line names the columns
 * @param decimal point or comma of fractions
 * @param timeFormat {@code ISO}, {@code EPOCH}, {@code EPOCH_MILLIS}, or a pattern of java.time
 * @param zone of times without an offset
 * @param time column of the time; two when date and time of day stand apart
 * @param subscriber column of who pays
 * @param service what every line is; null when {@code serviceColumn} says it
 * @param services what each value of {@code serviceColumn} means; one that is not listed is a fault
 * @param destination column, or null
 * @param units column; empty for lines that count one unit each
 * @param multiplier turns the written quantity into units: 60 for minutes, 1024 for kilobytes;
 *     started units count whole
 * @param key columns that together name the event
 * @param skipColumn lines are not charged by what stands here; null to charge all
 * @param skipTest how {@code skipValue} is compared
 */
public record CsvMapping(
    String separator,
    String charset,
    boolean header,
    String decimal,
    String timeFormat,
    String zone,
    List<String> time,
    String subscriber,
    ServiceKind service,
    String serviceColumn,
    Map<String, ServiceKind> services,
    String destination,
    String units,
    BigDecimal multiplier,
    List<String> key,
    String skipColumn,
    SkipTest skipTest,
    String skipValue) {
  public static final String ISO = "ISO";
  public static final String EPOCH = "EPOCH";
  public static final String EPOCH_MILLIS = "EPOCH_MILLIS";

  /** When a line is left out. */
  public enum SkipTest {
    EQUALS,
    DIFFERS,
    IS_EMPTY
  }

  /** What is wrong with a mapping. */
  public enum Flaw {
    SEPARATOR,
    CHARSET,
    TIME_FORMAT,
    ZONE,
    TIME_COLUMN,
    SUBSCRIBER_COLUMN,
    SERVICE,
    DESTINATION_COLUMN,
    UNITS_COLUMN,
    MULTIPLIER,
    KEY_COLUMN,
    SKIP_COLUMN
  }

  public CsvMapping {
    time = time == null ? List.of() : List.copyOf(time);
    key = key == null ? List.of() : List.copyOf(key);
    services = services == null ? Map.of() : new TreeMap<>(services);
    multiplier = multiplier == null ? BigDecimal.ONE : multiplier;
    skipTest = skipTest == null ? SkipTest.EQUALS : skipTest;
  }

  /** The first thing that is wrong in itself, or null; columns are checked with a header. */
  public Flaw flaw() {
    if (separator == null || separator.length() != 1 || "\"\r\n".contains(separator)) {
      return Flaw.SEPARATOR;
    }
    if (!isAsciiBased(charset)) {
      return Flaw.CHARSET;
    }
    if (zone == null || !isZone(zone)) {
      return Flaw.ZONE;
    }
    if (timeFormat == null || !isTimeFormat(timeFormat)) {
      return Flaw.TIME_FORMAT;
    }
    if (time.isEmpty()) {
      return Flaw.TIME_COLUMN;
    }
    if (subscriber == null) {
      return Flaw.SUBSCRIBER_COLUMN;
    }
    if (service == null && (serviceColumn == null || services.isEmpty())) {
      return Flaw.SERVICE;
    }
    if (multiplier.signum() <= 0 || multiplier.compareTo(BigDecimal.TEN.pow(12)) > 0) {
      return Flaw.MULTIPLIER;
    }
    return key.isEmpty() ? Flaw.KEY_COLUMN : null;
  }

  private static boolean isAsciiBased(String name) {
    try {
      // One that can only be read, as ISO-2022-CN, cannot be tried.
      Charset charset = Charset.forName(name);
      return charset.canEncode()
          && new String(new byte[] {'\n', 'a', ',', '0'}, charset).equals("\na,0")
          && "\n".getBytes(charset).length == 1;
    } catch (IllegalArgumentException e) {
      // Nobody knows it.
      return false;
    }
  }

  private static boolean isZone(String zone) {
    try {
      return ZoneId.of(zone) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isTimeFormat(String format) {
    if (format.equals(ISO) || format.equals(EPOCH) || format.equals(EPOCH_MILLIS)) {
      return true;
    }
    try {
      return DateTimeFormatter.ofPattern(format, Locale.ENGLISH) != null && !format.isBlank();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  Charset encoding() {
    return charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset);
  }
}
