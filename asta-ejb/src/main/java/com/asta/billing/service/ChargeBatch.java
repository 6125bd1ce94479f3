package com.asta.billing.service;

import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Database;
import com.asta.common.service.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Manual charges on many accounts by a few statements, as dunning makes them. */
@Stateless
@RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
public class ChargeBatch {
  @Inject private Database sql;
  @Inject private AuditLog audit;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * A charge; its parts are those of {@link ManualCharges#add}.
   *
   * @param requestKey the same key again does nothing
   */
  public record NewCharge(
      String requestKey,
      long accountId,
      String code,
      Money net,
      String textEn,
      String textPl,
      String vatCategory) {}

  /** Those of the accounts that have a billing account in this currency. */
  public Set<Long> chargeable(Collection<Long> accountIds, String currency) {
    return new HashSet<>(
        sql.rows(
            "select account_id from billing.billing_account"
                + " where account_id = any (?) and currency = ?",
            row -> row.getLong(1),
            accountIds,
            currency));
  }

  /** Puts each amount on the next bill of its account, which must be chargeable. */
  public void addAll(List<NewCharge> charges) {
    if (charges.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    sql.batch(
        "insert into billing.manual_charge (id, request_key, account_id, code, charged_on, net,"
            + " currency, text_en, text_pl, vat_category, entered_by, entered_at)"
            + " values (nextval('billing.manual_charge_seq'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " on conflict (request_key) do nothing",
        charges.stream().map(each -> row(each, now)).toList());
    audit.recordAll(
        "BillingAccount",
        "charged",
        charges.get(0).code(),
        charges.stream()
            .map(each -> new AuditLog.Change(each.accountId(), null, each.net().toString()))
            .toList());
  }

  private Object[] row(NewCharge charge, Instant now) {
    return new Object[] {
      charge.requestKey(),
      charge.accountId(),
      charge.code(),
      OperatorZone.dayOf(now),
      charge.net().rounded().amount(),
      charge.net().currency(),
      charge.textEn(),
      charge.textPl(),
      charge.vatCategory(),
      user.name(),
      now
    };
  }
}
