package com.asta.charging.service;

import com.asta.charging.rules.CsvMapping;
import java.time.Instant;

/**
 * A saved mapping of a CSV, which is a kind of usage file.
 *
 * @param code names its folder: {@code inbox/usage-<code>}
 * @param sample the beginning of a file, as it came
 */
public record UsageMapping(
    long id,
    String code,
    String name,
    CsvMapping content,
    byte[] sample,
    String createdBy,
    Instant changedAt) {
  /** The kind of file that it reads. */
  public String kind() {
    return UsageFormats.PREFIX + code;
  }
}
