package com.asta.billing.service;

import com.asta.billing.model.BillRun;
import com.asta.billing.model.BillingAccount;
import com.asta.billing.rules.BillCalendar;
import com.asta.billing.rules.BillCycle;
import com.asta.billing.rules.BillDelivery;
import com.asta.billing.rules.CycleFrequency;
import com.asta.billing.rules.VatId;
import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.Database;
import com.asta.common.service.Roles;
import com.asta.customers.service.AccountCard;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Billing accounts: opened with the first postpaid service, billed by their cycle. */
@Stateless
@RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
public class BillingService {
  private static final String SUBJECT = "BillingAccount";
  private static final Set<String> LANGUAGES = Set.of("pl", "en");

  @PersistenceContext(unitName = "asta")
  private EntityManager entities;

  @Inject private Database sql;
  @Inject private Policies policies;
  @Inject private BillRuns runs;
  @Inject private Payers payers;
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
    CustomerCard card = customers.card(account.customerId());
    BillingPolicy policy = policies.policy();
    sql.update(
        "insert into billing.billing_account (account_id, customer_id, shard, currency, cycle_day,"
            + " payment_days, opened_on, language, delivery) values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " on conflict (account_id) do update"
            + " set opened_on = least(billing_account.opened_on, excluded.opened_on)",
        accountId,
        account.customerId(),
        account.shard(),
        account.currency(),
        policy.defaultCycleDay(),
        policy.paymentDays(),
        on,
        card.language(),
        card.email() == null ? BillDelivery.SELF_CARE : BillDelivery.EMAIL);
  }

  /** As {@link #moveCycle(long, CycleFrequency, int, int)}, every month on a day. */
  public void moveCycle(long accountId, int cycleDay) {
    moveCycle(accountId, CycleFrequency.MONTHLY, cycleDay, 1);
  }

  /**
   * Bills an account by another cycle. It takes effect with the account's next bill, which ends by
   * the old cycle but charges in advance only up to the new one; at once where there was no bill.
   *
   * @param day of the month, or of the week from Monday (1)
   * @param month the first in which a period begins; 1 for weeks and months
   * @throws BillingRefused ACCOUNT_UNKNOWN, CYCLE_INVALID, PAYER_CYCLE_DIFFERS while another
   *     account pays a part, RUN_ALREADY_OPEN while a run holds accounts of the old or the new
   *     cycle
   */
  public void moveCycle(long accountId, CycleFrequency frequency, int day, int month) {
    BillCycle moved = cycle(frequency, day, month);
    BillingAccount account = known(accountId);
    BillCalendar calendar = account.calendar();
    if (calendar.cycle().equals(moved)) {
      return;
    }
    if (payers.isShared(accountId, OperatorZone.dayOf(clock.instant()))) {
      throw new BillingRefused(BillingRefused.Reason.PAYER_CYCLE_DIFFERS);
    }
    policies.lock();
    for (BillRun open : runs.open()) {
      LocalDate end = open.getCycleEnd();
      if (calendar.isBoundary(end) || moved.isBoundary(end)) {
        throw new BillingRefused(BillingRefused.Reason.RUN_ALREADY_OPEN, end);
      }
    }
    BillCalendar changed =
        runs.billedTo(accountId)
            .map(billed -> calendar.changed(moved, calendar.onOrAfter(billed.plusDays(1))))
            .orElseGet(() -> BillCalendar.of(moved));
    audit.change(SUBJECT, accountId, "cycle", words(calendar), words(changed));
    account.bill(changed);
  }

  private static BillCycle cycle(CycleFrequency frequency, int day, int month) {
    try {
      return new BillCycle(frequency, day, month);
    } catch (IllegalArgumentException e) {
      throw new BillingRefused(BillingRefused.Reason.CYCLE_INVALID, day, month);
    }
  }

  private static String words(BillCalendar calendar) {
    BillCycle cycle = calendar.cycle();
    String since = calendar.from() == null ? "" : ", " + calendar.from();
    return cycle.frequency() + " " + cycle.day() + "/" + cycle.month() + since;
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
    audit.change(SUBJECT, accountId, "vatId", account.getVatId(), id == null ? null : id.text());
    account.identify(id);
  }

  /**
   * Says in which language the account's documents are written and how they reach the payer.
   *
   * @param language {@code pl} or {@code en}
   * @throws BillingRefused ACCOUNT_UNKNOWN, LANGUAGE_UNKNOWN, EMAIL_MISSING where the customer has
   *     no address for mail
   */
  public void present(long accountId, String language, BillDelivery delivery) {
    BillingAccount account = known(accountId);
    if (!LANGUAGES.contains(language)) {
      throw new BillingRefused(BillingRefused.Reason.LANGUAGE_UNKNOWN, language);
    }
    if (delivery == BillDelivery.EMAIL && customers.card(account.getCustomerId()).email() == null) {
      throw new BillingRefused(BillingRefused.Reason.EMAIL_MISSING);
    }
    audit.change(SUBJECT, accountId, "language", account.getLanguage(), language);
    audit.change(SUBJECT, accountId, "delivery", account.getDelivery().name(), delivery.name());
    account.present(language, delivery);
  }

  /**
   * Keeps the account in another currency, as long as nothing was charged in the old one.
   *
   * @param currency ISO 4217
   * @throws BillingRefused ACCOUNT_UNKNOWN, CURRENCY_UNKNOWN, CURRENCY_FIXED once there is a bill
   *     or a charge
   */
  public void keepIn(long accountId, String currency) {
    BillingAccount account = known(accountId);
    if (account.getCurrency().equals(currency)) {
      return;
    }
    if (Currency.getAvailableCurrencies().stream()
        .noneMatch(known -> known.getCurrencyCode().equals(currency))) {
      throw new BillingRefused(BillingRefused.Reason.CURRENCY_UNKNOWN, currency);
    }
    if (isCharged(accountId)) {
      throw new BillingRefused(BillingRefused.Reason.CURRENCY_FIXED, account.getCurrency());
    }
    audit.change(SUBJECT, accountId, "currency", account.getCurrency(), currency);
    account.keepIn(currency);
  }

  private boolean isCharged(long accountId) {
    return sql.first(
            "select exists (select 1 from billing.bill where account_id = ?)"
                + " or exists (select 1 from billing.manual_charge where account_id = ?)",
            row -> row.getBoolean(1),
            accountId,
            accountId)
        .orElseThrow();
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
        account.calendar(),
        account.getPaymentDays(),
        account.getOpenedOn(),
        account.calendar().onOrAfter(today.plusDays(1)),
        account.getVatId(),
        account.getLanguage(),
        account.getDelivery());
  }
}
