package com.asta.charging.rules;

import com.asta.charging.rules.CdrLine.Fault;
import com.asta.charging.rules.CdrLine.Faulty;
import com.asta.charging.rules.CdrLine.NotChargeable;
import com.asta.charging.rules.CdrLine.Usage;
import com.asta.charging.rules.CsvMapping.Flaw;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Any CSV, read as a {@link CsvMapping} says. */
public final class MappedCsv implements CdrFormat {
  private static final int NONE = -1;
  private static final BigDecimal MOST = BigDecimal.valueOf(CdrFields.MOST_UNITS);

  /** A mapping that fits a file, or the columns that it misses there. */
  public record Fit(MappedCsv format, Flaw flaw) {}

  private final CsvMapping mapping;
  private final Origin origin;
  private final ZoneId zone;
  private final char separator;
  private final String headerLine;
  private final DateTimeFormatter pattern;
  private final int[] time;
  private final int subscriber;
  private final int service;
  private final int destination;
  private final int units;
  private final int[] key;
  private final int skip;

  private MappedCsv(CsvMapping mapping, Origin origin, String firstLine, List<String> names) {
    this.mapping = mapping;
    this.origin = origin;
    zone = ZoneId.of(mapping.zone());
    separator = mapping.separator().charAt(0);
    headerLine = mapping.header() ? firstLine : null;
    pattern =
        switch (mapping.timeFormat()) {
          case CsvMapping.ISO, CsvMapping.EPOCH, CsvMapping.EPOCH_MILLIS -> null;
          default -> DateTimeFormatter.ofPattern(mapping.timeFormat(), Locale.ENGLISH);
        };
    time = columns(names, mapping.time());
    subscriber = column(names, mapping.subscriber());
    service = mapping.service() != null ? NONE : column(names, mapping.serviceColumn());
    destination = column(names, mapping.destination());
    units = column(names, mapping.units());
    key = columns(names, mapping.key());
    skip = column(names, mapping.skipColumn());
  }

  /** The mapping on a file that begins with a line; its flaw if it does not fit. */
  public static Fit on(CsvMapping mapping, String firstLine, Origin origin) {
    Flaw flaw = mapping.flaw();
    if (flaw != null) {
      return new Fit(null, flaw);
    }
    MappedCsv format = new MappedCsv(mapping, origin, firstLine, names(mapping, firstLine));
    flaw = format.missing();
    return flaw == null ? new Fit(format, null) : new Fit(null, flaw);
  }

  /** Names of the columns: those of the header, else their numbers. */
  public static List<String> names(CsvMapping mapping, String firstLine) {
    String plain = firstLine.startsWith("\uFEFF") ? firstLine.substring(1) : firstLine;
    List<String> fields = CsvFields.split(plain, mapping.separator().charAt(0));
    List<String> names = new ArrayList<>();
    for (int i = 0; fields != null && i < fields.size(); i++) {
      String name = fields.get(i).strip();
      names.add(
          !mapping.header() || name.isEmpty() || names.contains(name)
              ? String.valueOf(i + 1)
              : name);
    }
    return names;
  }

  private Flaw missing() {
    for (int column : time) {
      if (column == NONE) {
        return Flaw.TIME_COLUMN;
      }
    }
    for (int column : key) {
      if (column == NONE) {
        return Flaw.KEY_COLUMN;
      }
    }
    if (subscriber == NONE) {
      return Flaw.SUBSCRIBER_COLUMN;
    }
    if (mapping.service() == null && service == NONE) {
      return Flaw.SERVICE;
    }
    if (mapping.destination() != null && destination == NONE) {
      return Flaw.DESTINATION_COLUMN;
    }
    if (mapping.units() != null && units == NONE) {
      return Flaw.UNITS_COLUMN;
    }
    return mapping.skipColumn() != null && skip == NONE ? Flaw.SKIP_COLUMN : null;
  }

  @Override
  public Charset charset() {
    return mapping.encoding();
  }

  @Override
  public CdrLine read(String line) {
    if (line.isBlank() || line.equals(headerLine)) {
      return NotChargeable.INSTANCE;
    }
    List<String> fields = CsvFields.split(line, separator);
    if (fields == null) {
      return new Faulty(Fault.GARBAGE_LINE, "quotes do not match");
    }
    if (skip != NONE && isSkipped(field(fields, skip))) {
      return NotChargeable.INSTANCE;
    }
    Instant at = time(fields);
    if (at == null) {
      return new Faulty(Fault.BAD_TIME, "time " + joined(fields, time, " "));
    }
    String eventKey = joined(fields, key, "|");
    if (eventKey.length() < key.length) {
      return new Faulty(Fault.FIELD_MISSING, "key");
    }
    ServiceKind kind = mapping.service();
    if (kind == null) {
      kind = mapping.services().get(field(fields, service));
      if (kind == null) {
        return new Faulty(Fault.BAD_SERVICE, "service " + field(fields, service));
      }
    }
    return usage(fields, at, kind, CdrFields.key(eventKey));
  }

  private CdrLine usage(List<String> fields, Instant at, ServiceKind kind, String eventKey) {
    String payer = subscriber(field(fields, subscriber));
    if (payer == null) {
      return new Faulty(Fault.BAD_NUMBER, "subscriber " + field(fields, subscriber));
    }
    long quantity = units == NONE ? 1 : quantity(field(fields, units));
    if (quantity <= 0) {
      return quantity == 0
          ? NotChargeable.INSTANCE
          : new Faulty(Fault.BAD_UNITS, "units " + field(fields, units));
    }
    String written = destination == NONE ? "" : field(fields, destination);
    String called = DialledNumber.e164(written, origin.countryCode());
    boolean needed = kind == ServiceKind.VOICE || kind == ServiceKind.MESSAGE;
    if (called == null && (needed || kind == ServiceKind.DATA && !written.isEmpty())) {
      return new Faulty(Fault.BAD_NUMBER, "destination " + written);
    }
    return new Usage(at, payer, kind, called, quantity, eventKey);
  }

  /** A number, or a login that is none. */
  private String subscriber(String written) {
    String digits = DialledNumber.e164(written, origin.countryCode());
    boolean login = !written.isEmpty() && written.length() <= 80 && hasLetter(written);
    return digits != null || !login ? digits : written;
  }

  private static boolean hasLetter(String text) {
    return text.chars().anyMatch(Character::isLetter);
  }

  private boolean isSkipped(String value) {
    return switch (mapping.skipTest()) {
      case EQUALS -> value.equals(String.valueOf(mapping.skipValue()));
      case DIFFERS -> !value.equals(String.valueOf(mapping.skipValue()));
      case IS_EMPTY -> value.isEmpty();
    };
  }

  private Instant time(List<String> fields) {
    String text = joined(fields, time, " ").strip();
    switch (mapping.timeFormat()) {
      case CsvMapping.ISO:
        return CdrFields.time(text, zone);
      case CsvMapping.EPOCH:
        long seconds = CdrFields.units(text);
        return seconds < 0 ? null : Instant.ofEpochSecond(Math.min(seconds, 1L << 40));
      case CsvMapping.EPOCH_MILLIS:
        long millis = CdrFields.units(text);
        return millis < 0 ? null : Instant.ofEpochMilli(millis);
      default:
        return patterned(text);
    }
  }

  private Instant patterned(String text) {
    try {
      TemporalAccessor parsed = pattern.parse(text);
      if (parsed.query(TemporalQueries.zone()) != null) {
        return Instant.from(parsed).truncatedTo(ChronoUnit.MICROS);
      }
      LocalDateTime local =
          parsed.query(TemporalQueries.localTime()) == null
              ? LocalDate.from(parsed).atStartOfDay()
              : LocalDateTime.from(parsed);
      return local.atZone(zone).toInstant().truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Units, started ones whole; {@code 1:05:30} is a duration; -1 if it is no quantity. */
  private long quantity(String text) {
    if (text.indexOf(':') > 0) {
      return duration(text);
    }
    boolean comma = ",".equals(mapping.decimal());
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        plain.append(c);
      } else if (c == (comma ? ',' : '.')) {
        plain.append('.');
      } else if (c != (comma ? '.' : ',') && c != ' ' && c != '\u00A0') {
        return -1;
      }
    }
    if (plain.length() == 0 || plain.length() > 40) {
      return -1;
    }
    try {
      BigDecimal units =
          new BigDecimal(plain.toString())
              .multiply(mapping.multiplier())
              .setScale(0, RoundingMode.CEILING);
      return units.compareTo(MOST) > 0 ? -1 : units.longValueExact();
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static long duration(String text) {
    long seconds = 0;
    for (String part : text.split(":", -1)) {
      long value = CdrFields.units(part);
      if (value < 0 || value > 1_000_000 || seconds > 1_000_000) {
        return -1;
      }
      seconds = seconds * 60 + value;
    }
    return seconds;
  }

  private String joined(List<String> fields, int[] columns, String between) {
    if (columns.length == 1) {
      return field(fields, columns[0]);
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < columns.length; i++) {
      text.append(i == 0 ? "" : between).append(field(fields, columns[i]));
    }
    return text.toString();
  }

  private static String field(List<String> fields, int column) {
    return column < fields.size() ? fields.get(column).strip() : "";
  }

  private static int[] columns(List<String> names, List<String> wanted) {
    return wanted.stream().mapToInt(name -> column(names, name)).toArray();
  }

  private static int column(List<String> names, String name) {
    return name == null ? NONE : names.indexOf(name);
  }
}
