package com.asta.billing.service;

import com.asta.billing.model.BillRun;
import com.asta.billing.model.BillingAccount;
import com.asta.billing.rules.BillCycle;
import com.asta.billing.rules.VatId;
import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.Roles;
import com.asta.customers.service.AccountCard;
import com.asta.customers.service.CustomerService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Billing accounts: opened with the first postpaid service, billed on their cycle day. */
@Stateless
@RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
public class BillingService {
  @PersistenceContext(unitName = "asta")
  private EntityManager entities;

  @Inject private Sql sql;
  @Inject private Policies policies;
  @Inject private BillRuns runs;
  @Inject private CustomerService customers;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /**
   * Opens billing for an account on the operator's default cycle day; nothing if it is open.
   *
   * @param on first day that can be billed
   */
  @RolesAllowed(Roles.SYSTEM)
  public void openAccount(long accountId, LocalDate on) {
    AccountCard account = customers.account(accountId);
    BillingPolicy policy = policies.policy();
    sql.update(
        "insert into billing.billing_account (account_id, customer_id, shard, currency, cycle_day,"
            + " payment_days, opened_on) values (?, ?, ?, ?, ?, ?, ?)"
            + " on conflict (account_id) do update"
            + " set opened_on = least(billing_account.opened_on, excluded.opened_on)",
        accountId,
        account.customerId(),
        account.shard(),
        account.currency(),
        policy.defaultCycleDay(),
        policy.paymentDays(),
        on);
  }

  /**
   * Moves an account to another cycle day; its next period is cut or lengthened to it.
   *
   * @throws BillingRefused ACCOUNT_UNKNOWN, CYCLE_DAY_INVALID, RUN_ALREADY_OPEN while a run holds
   *     accounts of the old or the new day
   */
  public void moveCycle(long accountId, int cycleDay) {
    if (cycleDay < 1 || cycleDay > 31) {
      throw new BillingRefused(BillingRefused.Reason.CYCLE_DAY_INVALID, cycleDay);
    }
    BillingAccount account = known(accountId);
    BillCycle moved = new BillCycle(cycleDay);
    policies.lock();
    for (BillRun open : runs.open()) {
      LocalDate end = open.getCycleEnd();
      if (account.cycle().isBoundary(end) || moved.isBoundary(end)) {
        throw new BillingRefused(BillingRefused.Reason.RUN_ALREADY_OPEN, end);
      }
    }
    audit.change(
        "BillingAccount",
        accountId,
        "cycleDay",
        Integer.toString(account.getCycleDay()),
        Integer.toString(cycleDay));
    account.moveCycleTo(moved);
  }

  /**
   * Keeps the VAT id of another member state that the buyer gave; with it an organisation there
   * owes the tax itself.
   *
   * @param vatId as typed; null or blank if there is none
   * @throws BillingRefused ACCOUNT_UNKNOWN, VAT_ID_INVALID
   */
  public void identify(long accountId, String vatId) {
    BillingAccount account = known(accountId);
    VatId id =
        vatId == null || vatId.isBlank()
            ? null
            : VatId.parse(vatId)
                .orElseThrow(() -> new BillingRefused(BillingRefused.Reason.VAT_ID_INVALID, vatId));
    audit.change(
        "BillingAccount", accountId, "vatId", account.getVatId(), id == null ? null : id.text());
    account.identify(id);
  }

  /** How an account is billed; empty while it has nothing to bill. */
  @RolesAllowed({Roles.AGENT, Roles.BILLING, Roles.CASHIER, Roles.ADMIN, Roles.SYSTEM})
  public Optional<BillingAccountCard> account(long accountId) {
    return Optional.ofNullable(entities.find(BillingAccount.class, accountId)).map(this::card);
  }

  /** The billed accounts of a customer. */
  @RolesAllowed({Roles.AGENT, Roles.BILLING, Roles.CASHIER, Roles.ADMIN, Roles.SYSTEM})
  public List<BillingAccountCard> accountsOf(long customerId) {
    return entities
        .createQuery(
            "select a from BillingAccount a where a.customerId = :customer order by a.accountId",
            BillingAccount.class)
        .setParameter("customer", customerId)
        .getResultStream()
        .map(this::card)
        .toList();
  }

  private BillingAccount known(long accountId) {
    BillingAccount account = entities.find(BillingAccount.class, accountId);
    if (account == null) {
      throw new BillingRefused(BillingRefused.Reason.ACCOUNT_UNKNOWN, accountId);
    }
    return account;
  }

  private BillingAccountCard card(BillingAccount account) {
    LocalDate today = OperatorZone.dayOf(clock.instant());
    return new BillingAccountCard(
        account.getAccountId(),
        account.getCustomerId(),
        account.getCurrency(),
        account.getCycleDay(),
        account.getPaymentDays(),
        account.getOpenedOn(),
        account.cycle().onOrAfter(today.plusDays(1)),
        account.getVatId());
  }
}
