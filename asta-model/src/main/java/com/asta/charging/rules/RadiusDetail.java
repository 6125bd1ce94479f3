package com.asta.charging.rules;

import com.asta.charging.rules.CdrLine.Fault;
import com.asta.charging.rules.CdrLine.Faulty;
import com.asta.charging.rules.CdrLine.NotChargeable;
import com.asta.charging.rules.CdrLine.Usage;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Accounting detail files of RADIUS servers (RFC 2866, RFC 2869; FreeRADIUS's {@code detail}): a
 * line with the time, then indented {@code Attribute = value} lines, until an empty line.
 *
 * <p>Sessions are charged at their Stop, from their beginning on; Start and Interim-Update are not
 * charged, so that a session counts once whatever was sent in between. {@code Acct-Session-Id} and
 * the NAS name the session. Charged are either the octets of both directions (gigawords included)
 * or the seconds.
 */
public final class RadiusDetail implements CdrFormat {
  /** What of a session is charged. */
  public enum Measure {
    /** Octets in and out, as data. */
    VOLUME,
    /** Seconds: of a call if a number was called, else plain units of one second. */
    TIME
  }

  private static final DateTimeFormatter EVENT_TIME =
      DateTimeFormatter.ofPattern("MMM d uuuu HH:mm:ss z", Locale.ENGLISH);
  private static final int LONGEST_LOGIN = 80;

  private final Origin origin;
  private final Measure measure;

  public RadiusDetail(Origin origin, Measure measure) {
    this.origin = origin;
    this.measure = measure;
  }

  @Override
  public boolean isMultiLine() {
    return true;
  }

  @Override
  public CdrLine read(String record) {
    Map<String, String> attributes = attributes(record);
    String status = attributes.get("Acct-Status-Type");
    if (status == null) {
      return record.isBlank()
          ? NotChargeable.INSTANCE
          : new Faulty(Fault.GARBAGE_LINE, "no Acct-Status-Type");
    }
    if (!status.equals("Stop") && !status.equals("2")) {
      return NotChargeable.INSTANCE;
    }
    String session = attributes.get("Acct-Session-Id");
    String nas = first(attributes, "NAS-IP-Address", "NAS-IPv6-Address", "NAS-Identifier");
    if (session == null || nas == null) {
      return new Faulty(
          Fault.FIELD_MISSING, session == null ? "Acct-Session-Id" : "NAS-IP-Address");
    }
    return stop(attributes, CdrFields.key(session + "@" + nas));
  }

  private CdrLine stop(Map<String, String> attributes, String key) {
    long seconds = number(attributes, "Acct-Session-Time", CdrFields.MOST_UNITS);
    long units = measure == Measure.TIME ? seconds : octets(attributes);
    if (seconds < 0 || units < 0) {
      return new Faulty(
          Fault.BAD_UNITS,
          seconds < 0 ? "Acct-Session-Time " + attributes.get("Acct-Session-Time") : "octets");
    }
    if (units == 0) {
      return NotChargeable.INSTANCE;
    }
    Instant end = end(attributes);
    if (end == null || seconds > Integer.MAX_VALUE) {
      return new Faulty(Fault.BAD_TIME, "neither Event-Timestamp nor Timestamp");
    }
    String subscriber = subscriber(attributes);
    if (subscriber == null) {
      return new Faulty(Fault.BAD_NUMBER, "neither Calling-Station-Id nor User-Name");
    }
    String called =
        measure == Measure.VOLUME
            ? null
            : DialledNumber.e164(attributes.get("Called-Station-Id"), origin.countryCode());
    ServiceKind service =
        measure == Measure.VOLUME
            ? ServiceKind.DATA
            : called == null ? ServiceKind.UNIT : ServiceKind.VOICE;
    return new Usage(end.minusSeconds(seconds), subscriber, service, called, units, key);
  }

  /** A number where there is one, else the login without its realm. */
  private String subscriber(Map<String, String> attributes) {
    String calling = DialledNumber.e164(attributes.get("Calling-Station-Id"), origin.countryCode());
    if (calling != null) {
      return calling;
    }
    String name = attributes.getOrDefault("User-Name", "").strip();
    int realm = name.indexOf('@');
    String login = realm < 0 ? name : name.substring(0, realm);
    String digits = DialledNumber.e164(login, origin.countryCode());
    return digits != null
        ? digits
        : login.isEmpty() || login.length() > LONGEST_LOGIN ? null : login;
  }

  /** When the session ended: as the NAS says, else when the Stop came less its delay. */
  private static Instant end(Map<String, String> attributes) {
    String event = attributes.get("Event-Timestamp");
    if (event != null) {
      long seconds = CdrFields.units(event);
      return seconds >= 0 ? epoch(seconds) : written(event);
    }
    long received = number(attributes, "Timestamp", Integer.MAX_VALUE * 4L);
    long delay = number(attributes, "Acct-Delay-Time", Integer.MAX_VALUE);
    return received <= 0 || delay < 0 ? null : epoch(received - delay);
  }

  private static Instant epoch(long seconds) {
    return seconds > Integer.MAX_VALUE * 4L ? null : Instant.ofEpochSecond(seconds);
  }

  private static Instant written(String time) {
    try {
      return EVENT_TIME.parse(time.strip().replaceAll(" +", " "), Instant::from);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static long octets(Map<String, String> attributes) {
    long in = counted(attributes, "Acct-Input-Octets", "Acct-Input-Gigawords");
    long out = counted(attributes, "Acct-Output-Octets", "Acct-Output-Gigawords");
    return in < 0 || out < 0 || in + out > CdrFields.MOST_UNITS ? -1 : in + out;
  }

  private static long counted(Map<String, String> attributes, String octets, String gigawords) {
    long low = number(attributes, octets, CdrFields.MOST_UNITS);
    long high = number(attributes, gigawords, 1 << 20);
    return low < 0 || high < 0 ? -1 : (high << 32) + low;
  }

  /** A number; 0 when it is not given, -1 when it is none or too large. */
  private static long number(Map<String, String> attributes, String name, long most) {
    String text = attributes.get(name);
    if (text == null) {
      return 0;
    }
    long value = CdrFields.units(text);
    return value > most ? -1 : value;
  }

  private static String first(Map<String, String> attributes, String... names) {
    for (String name : names) {
      String value = attributes.get(name);
      if (value != null && !value.isBlank()) {
        return value;
      }
    }
    return null;
  }

  private static Map<String, String> attributes(String record) {
    Map<String, String> attributes = new HashMap<>();
    int start = 0;
    while (start < record.length()) {
      int end = record.indexOf('\n', start);
      end = end < 0 ? record.length() : end;
      int sign = record.indexOf('=', start);
      if (sign > start && sign < end) {
        String value = record.substring(sign + 1, end).strip();
        if (value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")) {
          value = value.substring(1, value.length() - 1);
        }
        attributes.putIfAbsent(record.substring(start, sign).strip(), value);
      }
      start = end + 1;
    }
    return attributes;
  }
}
