package com.asta.charging.rules;

import com.asta.charging.rules.CdrLine.Fault;
import com.asta.charging.rules.CdrLine.Faulty;
import com.asta.charging.rules.CdrLine.NotChargeable;
import com.asta.charging.rules.CdrLine.Usage;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Asterisk's {@code Master.csv} (cdr_csv): accountcode, src, dst, dcontext, clid, channel,
 * dstchannel, lastapp, lastdata, start, answer, end, duration, billsec, disposition, amaflags and,
 * if so configured, uniqueid and userfield.
 *
 * <p>Answered calls are charged by {@code billsec} from {@code answer} on, to the account code if
 * it is a telephone number, else to the caller. Without {@code uniqueid} a call is named by its
 * channel and its start.
 */
public final class AsteriskCdr implements CdrFormat {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final int LEAST_FIELDS = 16;
  private static final int MOST_FIELDS = 20;
  private static final int LONGEST_KEY = 120;

  private final Origin origin;

  public AsteriskCdr(Origin origin) {
    this.origin = origin;
  }

  @Override
  public CdrLine read(String line) {
    if (line.isBlank()) {
      return new NotChargeable();
    }
    List<String> f = CsvFields.split(line, ',');
    if (f == null || f.size() < LEAST_FIELDS || f.size() > MOST_FIELDS) {
      return new Faulty(
          Fault.GARBAGE_LINE, f == null ? "quotes do not match" : f.size() + " fields");
    }
    long seconds = seconds(f.get(13));
    if (seconds < 0) {
      return new Faulty(Fault.BAD_UNITS, "billsec " + f.get(13));
    }
    if (!f.get(14).equals("ANSWERED") || seconds == 0) {
      return new NotChargeable();
    }
    LocalDateTime answered = time(f.get(10).isBlank() ? f.get(9) : f.get(10));
    if (answered == null) {
      return new Faulty(Fault.BAD_TIME, "answer " + f.get(10));
    }
    String payer = payer(f.get(0), f.get(1));
    String called = DialledNumber.e164(f.get(2), origin.countryCode());
    if (payer == null || called == null) {
      return new Faulty(Fault.BAD_NUMBER, payer == null ? "src " + f.get(1) : "dst " + f.get(2));
    }
    String id =
        f.size() > LEAST_FIELDS && !f.get(16).isBlank() ? f.get(16) : f.get(5) + "@" + f.get(9);
    String key = id.length() > LONGEST_KEY ? id.substring(0, LONGEST_KEY) : id;
    return new Usage(
        answered.atZone(origin.timeZone()).toInstant(),
        payer,
        ServiceKind.VOICE,
        called,
        seconds,
        key);
  }

  private String payer(String accountCode, String source) {
    String digits = DialledNumber.e164(accountCode, origin.countryCode());
    return digits != null && digits.length() >= 9
        ? digits
        : DialledNumber.e164(source, origin.countryCode());
  }

  private static long seconds(String text) {
    try {
      long seconds = Long.parseLong(text.strip());
      return seconds > 31_536_000L ? -1 : seconds;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private static LocalDateTime time(String text) {
    try {
      return LocalDateTime.parse(text.strip(), TIME);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
