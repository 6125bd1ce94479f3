package com.asta.payments.service;

import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.OperatorProfile;
import com.asta.common.service.Roles;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Writer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** The general ledger: months, their reconciliation, closing, export, and the proof of the book. */
@Stateless
@RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
public class LedgerService {
  @Inject private GeneralLedger book;
  @Inject private LedgerExport export;
  @Inject private LedgerProof proof;
  @Inject private AccountingPeriods periods;
  @Inject private OperatorProfile operators;
  @Inject private AuditLog audit;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /** Months since the first posting, newest first. */
  public List<PeriodRow> periods() {
    return periods.list(today());
  }

  /** The book of a month, and how it agrees with documents. */
  public LedgerReport report(LocalDate firstDay) {
    return book.report(firstDay.withDayOfMonth(1), operators.operator().currency());
  }

  /** Writes the postings of a month as a table, a line for each leg. */
  public void export(LocalDate firstDay, Writer out) {
    export.write(firstDay.withDayOfMonth(1), out);
  }

  /**
   * Closes a month: from now on it refuses postings.
   *
   * @throws PaymentsRefused PERIOD_NOT_OVER, PERIOD_ORDER, PERIOD_DIFFERS
   */
  public void close(LocalDate firstDay) {
    periods.lock();
    if (firstDay.plusMonths(1).isAfter(today())) {
      throw new PaymentsRefused(Reason.PERIOD_NOT_OVER, firstDay);
    }
    PeriodRow next =
        periods().stream().filter(each -> !each.closed()).reduce((a, b) -> b).orElseThrow();
    if (!next.firstDay().equals(firstDay)) {
      throw new PaymentsRefused(Reason.PERIOD_ORDER, next.firstDay());
    }
    String differences =
        report(firstDay).reconciliation().stream()
            .filter(each -> !each.agrees())
            .map(each -> each.law() + " " + each.subject() + " " + each.difference())
            .collect(Collectors.joining(", "));
    if (!differences.isEmpty()) {
      throw new PaymentsRefused(Reason.PERIOD_DIFFERS, differences);
    }
    periods.close(firstDay, clock.instant(), user.name());
    book.keepBalances(firstDay);
    audit.record("AccountingPeriod", id(firstDay), "closed", null, null, firstDay.toString());
  }

  /**
   * Opens the last closed month again.
   *
   * @throws PaymentsRefused PERIOD_NOT_CLOSED, REASON_MISSING
   */
  @RolesAllowed({Roles.ADMIN, Roles.SYSTEM})
  public void reopen(LocalDate firstDay, String reason) {
    periods.lock();
    if (reason == null || reason.isBlank()) {
      throw new PaymentsRefused(Reason.REASON_MISSING);
    }
    if (!periods.lastClosed().equals(java.util.Optional.of(firstDay))) {
      throw new PaymentsRefused(Reason.PERIOD_NOT_CLOSED, firstDay);
    }
    periods.reopen(firstDay, clock.instant(), user.name(), reason.strip());
    audit.record("AccountingPeriod", id(firstDay), "reopened", "reason", null, reason.strip());
  }

  /** Proves the book and keeps the answer; returns its id. */
  public long check() {
    return proof.run(clock.instant(), clock::instant, user.name());
  }

  /** The last proofs, newest first. */
  public List<LedgerCheckRow> checks(int limit) {
    return proof.last(limit);
  }

  /** What a proof found wrong, the first hundred. */
  public List<LedgerFaultRow> faults(long checkId) {
    return proof.faults(checkId);
  }

  /** The id of a month in the audit trail: 202611. */
  public static long id(LocalDate firstDay) {
    return firstDay.getYear() * 100L + firstDay.getMonthValue();
  }

  private LocalDate today() {
    return OperatorZone.dayOf(clock.instant());
  }
}
