package com.asta.charging.rules;

import java.time.ZoneId;

/** Reads the lines of one kind of usage file. */
public interface CdrFormat {
  /** Reads a line; never throws for what stands in it. */
  CdrLine read(String line);

  /**
   * Where and how the network wrote its records.
   *
   * @param timeZone zone of times without an offset
   * @param countryCode digits, given to national numbers
   */
  record Origin(ZoneId timeZone, String countryCode) {}
}
