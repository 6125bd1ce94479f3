package com.asta.charging.service;

import com.asta.charging.rules.AsteriskCdr;
import com.asta.charging.rules.CdrFormat;
import com.asta.charging.rules.FreeSwitchCdr;
import com.asta.charging.rules.RadiusDetail;
import com.asta.charging.rules.UsageCsv;
import com.asta.common.OperatorZone;
import java.util.Arrays;
import java.util.Optional;

/**
 * Kinds of usage files that need no mapping; the code is also the name of the folder into which
 * they are dropped.
 */
public enum UsageFileKind {
  ASTERISK("usage-asterisk"),
  FREESWITCH("usage-freeswitch"),
  /** Data sessions by their octets. */
  RADIUS("usage-radius"),
  /** Sessions by their seconds. */
  RADIUS_TIME("usage-radius-time"),
  CSV("usage-csv");

  static final CdrFormat.Origin ORIGIN =
      new CdrFormat.Origin(OperatorZone.ID, HomeNetwork.COUNTRY_CODE);

  private final String code;

  UsageFileKind(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /** The kind with a code; empty if it is none of these. */
  static Optional<UsageFileKind> find(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
  }

  /** How the lines of a file are read; empty if its first line is not the header it needs. */
  public Optional<CdrFormat> format(String firstLine) {
    return switch (this) {
      case ASTERISK -> Optional.of(new AsteriskCdr(ORIGIN));
      case FREESWITCH -> Optional.of(new FreeSwitchCdr(ORIGIN));
      case RADIUS -> Optional.of(new RadiusDetail(ORIGIN, RadiusDetail.Measure.VOLUME));
      case RADIUS_TIME -> Optional.of(new RadiusDetail(ORIGIN, RadiusDetail.Measure.TIME));
      case CSV -> UsageCsv.of(firstLine, ORIGIN).map(format -> format);
    };
  }
}
