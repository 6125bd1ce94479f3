package com.asta.charging.service;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * Which suspended lines of usage; null means any.
 *
 * @param from first day on which they were rejected
 * @param to last day
 * @param text stands in the line or in what was wrong with it
 * @param ids chosen ones; the other conditions hold too
 */
public record UsageRejects(
    String reason, Long fileId, LocalDate from, LocalDate to, String text, List<Long> ids)
    implements Serializable {
  /** All of one file. */
  public static UsageRejects ofFile(long fileId) {
    return new UsageRejects(null, fileId, null, null, null, null);
  }

  /** These. */
  public static UsageRejects of(List<Long> ids) {
    return new UsageRejects(null, null, null, null, null, ids);
  }

  /** For the audit: what is set, in words. */
  String described() {
    StringBuilder text = new StringBuilder();
    append(text, "reason", reason);
    append(text, "file", fileId);
    append(text, "from", from);
    append(text, "to", to);
    append(text, "text", this.text);
    append(text, "chosen", ids == null ? null : ids.size());
    return text.length() == 0 ? "all" : text.toString();
  }

  private static void append(StringBuilder text, String name, Object value) {
    if (value != null) {
      text.append(text.length() == 0 ? "" : ", ").append(name).append(' ').append(value);
    }
  }
}
