package com.asta.charging.rules;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;

/** Reads the records of one kind of usage file. */
public interface CdrFormat {
  /** Reads a record; never throws for what stands in it. */
  CdrLine read(String record);

  /** Whether a record is a paragraph that ends at an empty line, instead of one line. */
  default boolean isMultiLine() {
    return false;
  }

  /** How the file is encoded; what is not encoded so is read as U+FFFD. */
  default Charset charset() {
    return StandardCharsets.UTF_8;
  }

  /**
   * Where and how the network wrote its records.
   *
   * @param timeZone zone of times without an offset
   * @param countryCode digits, given to national numbers
   */
  record Origin(ZoneId timeZone, String countryCode) {}
}
