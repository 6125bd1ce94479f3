package com.asta.charging.service;

import com.asta.charging.rules.AsteriskCdr;
import com.asta.charging.rules.CdrFormat;
import com.asta.charging.rules.UsageCsv;
import com.asta.charging.service.ChargingRefused.Reason;
import com.asta.common.OperatorZone;
import java.util.Arrays;
import java.util.Optional;

/** Kinds of usage files; the code is also the name of the folder into which they are dropped. */
public enum UsageFileKind {
  ASTERISK("usage-asterisk"),
  CSV("usage-csv");

  private static final CdrFormat.Origin ORIGIN =
      new CdrFormat.Origin(OperatorZone.ID, HomeNetwork.COUNTRY_CODE);

  private final String code;

  UsageFileKind(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /** The kind with a code. */
  public static UsageFileKind of(String code) {
    return Arrays.stream(values())
        .filter(kind -> kind.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new ChargingRefused(Reason.UNKNOWN_FILE_KIND, code));
  }

  /** How the lines of a file are read; empty if its first line is not the header it needs. */
  public Optional<? extends CdrFormat> format(String firstLine) {
    return this == ASTERISK ? Optional.of(new AsteriskCdr(ORIGIN)) : UsageCsv.of(firstLine, ORIGIN);
  }
}
