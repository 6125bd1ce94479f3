package com.asta.charging.rules;

import com.asta.charging.rules.CdrLine.Fault;
import com.asta.charging.rules.CdrLine.Faulty;
import com.asta.charging.rules.CdrLine.NotChargeable;
import com.asta.charging.rules.CdrLine.Usage;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Generic usage CSV: a header names the columns, in any order, separated by commas or semicolons.
 *
 * <p>{@code event_time} (ISO 8601; without an offset in the network's zone), {@code subscriber},
 * {@code service} (VOICE, MESSAGE, DATA or UNIT), {@code units} (seconds, messages, octets, units)
 * and {@code event_key} are required, {@code destination} is for calls and messages. Other columns
 * are ignored.
 */
public final class UsageCsv implements CdrFormat {
  private static final List<String> REQUIRED =
      List.of("event_time", "subscriber", "service", "units", "event_key");
  private static final int LONGEST_KEY = 120;

  private final Origin origin;
  private final char separator;
  private final int width;
  private final int timeColumn;
  private final int subscriberColumn;
  private final int serviceColumn;
  private final int unitsColumn;
  private final int keyColumn;
  private final int destinationColumn;
  private final String header;

  private UsageCsv(Origin origin, char separator, Map<String, Integer> columns, String header) {
    this.origin = origin;
    this.separator = separator;
    width = Collections.max(columns.values()) + 1;
    timeColumn = columns.get("event_time");
    subscriberColumn = columns.get("subscriber");
    serviceColumn = columns.get("service");
    unitsColumn = columns.get("units");
    keyColumn = columns.get("event_key");
    destinationColumn = columns.getOrDefault("destination", -1);
    this.header = header;
  }

  /** The format that a header describes; empty when a required column is missing. */
  public static Optional<UsageCsv> of(String header, Origin origin) {
    String plain = header.startsWith("\uFEFF") ? header.substring(1) : header;
    char separator = plain.indexOf(';') >= 0 ? ';' : ',';
    List<String> names = CsvFields.split(plain, separator);
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 0; names != null && i < names.size(); i++) {
      columns.put(names.get(i).strip().toLowerCase(Locale.ROOT), i);
    }
    return columns.keySet().containsAll(REQUIRED)
        ? Optional.of(new UsageCsv(origin, separator, columns, header))
        : Optional.empty();
  }

  @Override
  public CdrLine read(String line) {
    if (line.isBlank() || line.equals(header)) {
      return NotChargeable.INSTANCE;
    }
    List<String> fields = CsvFields.split(line, separator);
    if (fields == null || fields.size() < width) {
      return new Faulty(
          Fault.GARBAGE_LINE, fields == null ? "quotes do not match" : fields.size() + " fields");
    }
    String key = field(fields, keyColumn);
    if (key.isEmpty() || key.length() > LONGEST_KEY) {
      return new Faulty(Fault.FIELD_MISSING, "event_key " + key.length() + " characters");
    }
    Instant at = CdrFields.time(field(fields, timeColumn), origin.timeZone());
    if (at == null) {
      return new Faulty(Fault.BAD_TIME, "event_time " + field(fields, timeColumn));
    }
    return usage(fields, at, key);
  }

  private CdrLine usage(List<String> fields, Instant at, String key) {
    String subscriber = DialledNumber.e164(field(fields, subscriberColumn), origin.countryCode());
    if (subscriber == null) {
      return new Faulty(Fault.BAD_NUMBER, "subscriber " + field(fields, subscriberColumn));
    }
    ServiceKind service = service(field(fields, serviceColumn));
    if (service == null) {
      return new Faulty(Fault.BAD_SERVICE, "service " + field(fields, serviceColumn));
    }
    long units = CdrFields.units(field(fields, unitsColumn));
    if (units <= 0) {
      return units == 0
          ? NotChargeable.INSTANCE
          : new Faulty(Fault.BAD_UNITS, "units " + field(fields, unitsColumn));
    }
    String written = destinationColumn >= 0 ? field(fields, destinationColumn) : "";
    String destination =
        written.isEmpty() ? null : DialledNumber.e164(written, origin.countryCode());
    boolean needed = service == ServiceKind.VOICE || service == ServiceKind.MESSAGE;
    if (destination == null && (needed || service == ServiceKind.DATA && !written.isEmpty())) {
      return new Faulty(Fault.BAD_NUMBER, "destination " + written);
    }
    return new Usage(at, subscriber, service, destination, units, key);
  }

  private static String field(List<String> fields, int column) {
    return fields.get(column).strip();
  }

  private static ServiceKind service(String text) {
    for (ServiceKind kind : ServiceKind.values()) {
      if (kind.name().equalsIgnoreCase(text)) {
        return kind;
      }
    }
    return null;
  }
}
