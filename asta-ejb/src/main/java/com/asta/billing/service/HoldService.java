package com.asta.billing.service;

import com.asta.billing.rules.HoldKind;
import com.asta.billing.service.BillingRefused.Reason;
import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds back bills, mails or dunning of accounts, with a reason and for a time. */
@Stateless
@RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
public class HoldService {
  private static final int SHORTEST_REASON = 3;

  @Inject private Holds holds;
  @Inject private BillRuns runs;
  @Inject private BillingService accounts;
  @Inject private AuditLog audit;
  @Inject private CurrentUser user;

  /**
   * Holds something back. Drafts that wait for approval are dropped if bills are held.
   *
   * @param from null for today
   * @param until first day without it; null for no end
   * @throws BillingRefused ACCOUNT_UNKNOWN, REASON_MISSING, HOLD_DATES_WRONG, HOLD_EXISTS
   */
  public void place(long accountId, HoldKind kind, String reason, LocalDate from, LocalDate until) {
    if (accounts.account(accountId).isEmpty()) {
      throw new BillingRefused(Reason.ACCOUNT_UNKNOWN, accountId);
    }
    if (reason == null || reason.strip().length() < SHORTEST_REASON) {
      throw new BillingRefused(Reason.HOLD_REASON_MISSING);
    }
    LocalDate first = from == null ? holds.today() : from;
    if (first.isBefore(holds.today()) || until != null && !until.isAfter(first)) {
      throw new BillingRefused(Reason.HOLD_DATES_WRONG, holds.today());
    }
    holds.endExpired(accountId, kind);
    if (!holds.add(accountId, kind, reason.strip(), first, until, user.name())) {
      throw new BillingRefused(Reason.HOLD_EXISTS);
    }
    String span = until == null ? first.toString() : first + " – " + until;
    audit.record("BillingAccount", accountId, "held", kind.name(), null, span + ": " + reason);
    if (kind.stopsRuns() && first.equals(holds.today())) {
      runs.holdDraft(accountId, reason.strip());
    }
  }

  /**
   * Takes a hold back; a run that is under review can calculate the account again.
   *
   * @throws BillingRefused HOLD_ENDED
   */
  public void release(long accountId, long holdId) {
    HoldRow hold =
        holds.ofAccount(accountId).stream()
            .filter(each -> each.id() == holdId && each.isOpen())
            .findFirst()
            .orElseThrow(() -> new BillingRefused(Reason.HOLD_ENDED));
    if (!holds.end(accountId, holdId, user.name())) {
      throw new BillingRefused(Reason.HOLD_ENDED);
    }
    audit.record("BillingAccount", accountId, "released", hold.kind().name(), hold.reason(), null);
  }

  /** Everything held back for an account now or before, newest first. */
  @RolesAllowed({Roles.AGENT, Roles.BILLING, Roles.CASHIER, Roles.ADMIN, Roles.SYSTEM})
  public List<HoldRow> ofAccount(long accountId) {
    return holds.ofAccount(accountId);
  }

  /** Those of the accounts for which something is held back on a day. */
  @RolesAllowed({Roles.AGENT, Roles.BILLING, Roles.CASHIER, Roles.ADMIN, Roles.SYSTEM})
  public Set<Long> held(Collection<Long> accountIds, HoldKind kind, LocalDate on) {
    return holds.active(accountIds, on).stream()
        .filter(hold -> hold.kind() == kind)
        .map(HoldRow::accountId)
        .collect(Collectors.toSet());
  }
}
