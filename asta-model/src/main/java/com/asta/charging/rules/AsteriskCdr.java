package com.asta.charging.rules;

import com.asta.charging.rules.CdrLine.Fault;
import com.asta.charging.rules.CdrLine.Faulty;
import com.asta.charging.rules.CdrLine.NotChargeable;
import com.asta.charging.rules.CdrLine.Usage;
import java.time.Instant;
import java.util.List;

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
  private static final int LEAST_FIELDS = 16;
  private static final int MOST_FIELDS = 20;
  private static final long LONGEST_SECONDS = 31_536_000;

  private final Origin origin;

  public AsteriskCdr(Origin origin) {
    this.origin = origin;
  }

  @Override
  public CdrLine read(String line) {
    if (line.isBlank()) {
      return NotChargeable.INSTANCE;
    }
    List<String> f = CsvFields.split(line, ',');
    if (f == null || f.size() < LEAST_FIELDS || f.size() > MOST_FIELDS) {
      return new Faulty(
          Fault.GARBAGE_LINE, f == null ? "quotes do not match" : f.size() + " fields");
    }
    return call(
        new Call(
            f.get(14).equals("ANSWERED"),
            f.get(10).isBlank() ? f.get(9) : f.get(10),
            f.get(13),
            f.get(0),
            f.get(1),
            f.get(2),
            f.size() > LEAST_FIELDS && !f.get(16).isBlank()
                ? f.get(16)
                : f.get(5) + "@" + f.get(9)),
        origin);
  }

  /** A call as switches write it. */
  record Call(
      boolean answered,
      String answeredAt,
      String seconds,
      String accountCode,
      String caller,
      String called,
      String key) {}

  /** Answered calls are charged to the account code if it is a number, else to the caller. */
  static CdrLine call(Call call, Origin origin) {
    long seconds = CdrFields.units(call.seconds());
    if (seconds < 0 || seconds > LONGEST_SECONDS) {
      return new Faulty(Fault.BAD_UNITS, "billsec " + call.seconds());
    }
    if (!call.answered() || seconds == 0) {
      return NotChargeable.INSTANCE;
    }
    Instant at = CdrFields.time(call.answeredAt().strip(), origin.timeZone());
    if (at == null) {
      return new Faulty(Fault.BAD_TIME, "answered at " + call.answeredAt());
    }
    String payer = CdrFields.payer(call.accountCode(), call.caller(), origin);
    String called = DialledNumber.e164(call.called(), origin.countryCode());
    if (payer == null || called == null) {
      return new Faulty(
          Fault.BAD_NUMBER, payer == null ? "caller " + call.caller() : "called " + call.called());
    }
    return new Usage(at, payer, ServiceKind.VOICE, called, seconds, CdrFields.key(call.key()));
  }
}
