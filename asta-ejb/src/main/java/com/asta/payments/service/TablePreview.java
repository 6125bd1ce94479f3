package com.asta.payments.service;

import com.asta.payments.rules.StatementEntry;
import com.asta.payments.rules.StatementFault;
import java.util.List;

/**
 * How the beginning of a table would be read.
 *
 * @param fault what stops it, or null
 */
public record TablePreview(
    List<StatementEntry> entries, StatementFault.Reason fault, String detail) {
  public TablePreview {
    entries = List.copyOf(entries);
  }
}
