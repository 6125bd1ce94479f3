package com.asta.charging.rules;

import com.asta.charging.rules.CdrLine.Fault;
import com.asta.charging.rules.CdrLine.Faulty;
import com.asta.charging.rules.CdrLine.NotChargeable;
import java.util.List;

/**
 * FreeSWITCH's {@code Master.csv} in the template that mod_cdr_csv has by default: caller_id_name,
 * caller_id_number, destination_number, context, start_stamp, answer_stamp, end_stamp, duration,
 * billsec, hangup_cause, uuid, bleg_uuid, accountcode, read_codec, write_codec.
 *
 * <p>Calls that were answered are charged by {@code billsec} from {@code answer_stamp} on, to the
 * account code if it is a telephone number, else to the caller. The {@code uuid} names a call.
 */
public final class FreeSwitchCdr implements CdrFormat {
  private static final int LEAST_FIELDS = 13;
  private static final int MOST_FIELDS = 20;

  private final Origin origin;

  public FreeSwitchCdr(Origin origin) {
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
    if (f.get(10).isBlank()) {
      return new Faulty(Fault.FIELD_MISSING, "uuid");
    }
    return AsteriskCdr.call(
        new AsteriskCdr.Call(
            !f.get(5).isBlank(),
            f.get(5),
            f.get(8),
            f.get(12),
            f.get(1),
            f.get(2),
            f.get(10).strip()),
        origin);
  }
}
