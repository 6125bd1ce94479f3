package com.asta.payments.service;

import java.time.LocalDate;
import java.util.List;

/** The book of one month, and how it agrees with invoices and payments. */
public record LedgerReport(
    LocalDate firstDay, List<LedgerAccountRow> accounts, List<ReconciliationRow> reconciliation) {
  public LedgerReport {
    accounts = List.copyOf(accounts);
    reconciliation = List.copyOf(reconciliation);
  }

  public boolean agrees() {
    return reconciliation.stream().allMatch(ReconciliationRow::agrees);
  }
}
