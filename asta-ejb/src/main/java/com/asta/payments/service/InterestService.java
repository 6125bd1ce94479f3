package com.asta.payments.service;

import com.asta.billing.service.ChargeBatch;
import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Database;
import com.asta.common.service.Roles;
import com.asta.customers.rules.CustomerKind;
import com.asta.customers.service.CustomerService;
import com.asta.payments.model.FinancialAccount;
import com.asta.payments.rules.CustomerClass;
import com.asta.payments.rules.LateInterest;
import com.asta.payments.rules.LateInterest.Owed;
import com.asta.payments.rules.LateInterest.Rate;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Interest for late payment: dated statutory rates, simple interest on what was owed each day,
 * billed as an amount outside VAT on the next bill; a day is billed once.
 */
@Stateless
@RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
public class InterestService {
  private static final String CODE = "LATE_INTEREST";
  private static final String OUTSIDE_VAT = "OUTSIDE_VAT";

  private record Item(long id, String number, LocalDate from, Money amount) {}

  private record Change(long itemId, LocalDate on, BigDecimal amount) {}

  @Inject private Database sql;
  @Inject private FinancialAccounts accounts;
  @Inject private CustomerService customers;
  @Inject private ChargeBatch charges;
  @Inject private AuditLog audit;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /** Rates of all classes, newest first. */
  @RolesAllowed({Roles.AGENT, Roles.BILLING, Roles.CASHIER, Roles.ADMIN, Roles.SYSTEM})
  public List<InterestRateRow> rates() {
    return sql.rows(
        "select * from payments.interest_rate order by customer_class desc, valid_from desc",
        row ->
            new InterestRateRow(
                CustomerClass.valueOf(row.getString("customer_class")),
                Database.date(row, "valid_from"),
                row.getBigDecimal("percent"),
                row.getString("entered_by")));
  }

  /**
   * Adds a rate; what is billed stays billed.
   *
   * @throws PaymentsRefused RATE_WRONG, RATE_EXISTS
   */
  public void addRate(CustomerClass of, LocalDate from, BigDecimal percent) {
    if (from == null || percent == null || percent.signum() < 0 || percent.precision() > 6) {
      throw new PaymentsRefused(Reason.RATE_WRONG);
    }
    int added =
        sql.update(
            "insert into payments.interest_rate (customer_class, valid_from, percent, entered_by)"
                + " values (?, ?, ?, ?) on conflict do nothing",
            of,
            from,
            percent,
            user.name());
    if (added == 0) {
      throw new PaymentsRefused(Reason.RATE_EXISTS, from);
    }
    audit.record("InterestRate", 1, "added", of.name(), null, from + ": " + percent + " %");
  }

  /** What accrued on an account up to yesterday and is not billed. */
  @RolesAllowed({Roles.AGENT, Roles.BILLING, Roles.CASHIER, Roles.ADMIN, Roles.SYSTEM})
  public List<InterestRow> accrued(long accountId) {
    LocalDate until = OperatorZone.dayOf(clock.instant());
    List<Rate> rates = ratesOf(accountId);
    Map<Long, List<Change>> changes =
        changes(accountId).stream().collect(Collectors.groupingBy(Change::itemId));
    List<InterestRow> accrued = new ArrayList<>();
    for (Item item : overdue(accountId, until)) {
      Money interest =
          LateInterest.accrued(
              owed(item, changes.getOrDefault(item.id(), List.of())),
              item.from(),
              until,
              rates,
              item.amount().currency());
      if (interest.isPositive()) {
        accrued.add(new InterestRow(item.id(), item.number(), item.from(), until, interest));
      }
    }
    return accrued;
  }

  /**
   * Puts what accrued on the next bill.
   *
   * @return the sum
   * @throws PaymentsRefused NO_INTEREST, NOT_CHARGEABLE
   */
  public Money charge(long accountId) {
    FinancialAccount account = accounts.locked(accountId);
    List<InterestRow> accrued = accrued(accountId);
    if (accrued.isEmpty()) {
      throw new PaymentsRefused(Reason.NO_INTEREST);
    }
    if (charges.chargeable(List.of(accountId), account.getCurrency()).isEmpty()) {
      throw new PaymentsRefused(Reason.NOT_CHARGEABLE);
    }
    sql.batch(
        "insert into payments.interest_charge (account_id, open_item_id, from_day, until_day,"
            + " amount, currency, charged_at, charged_by) values (?, ?, ?, ?, ?, ?, ?, ?)",
        accrued.stream()
            .map(
                each ->
                    new Object[] {
                      accountId,
                      each.openItemId(),
                      each.from(),
                      each.until(),
                      each.interest().amount(),
                      each.interest().currency(),
                      clock.instant(),
                      user.name()
                    })
            .toList());
    charges.addAll(
        accrued.stream()
            .map(
                each ->
                    new ChargeBatch.NewCharge(
                        "interest-" + each.openItemId() + "-" + each.from(),
                        accountId,
                        CODE,
                        each.interest(),
                        "Interest for late payment of " + each.number(),
                        "Odsetki za opóźnienie, " + each.number(),
                        OUTSIDE_VAT))
            .toList());
    return Money.sum(accrued.stream().map(InterestRow::interest).toList(), account.getCurrency());
  }

  private List<Item> overdue(long accountId, LocalDate until) {
    return sql.rows(
        "select i.id, i.number, i.amount, i.currency, greatest(i.due_on + 1,"
            + " coalesce((select max(c.until_day) from payments.interest_charge c"
            + " where c.account_id = i.account_id and c.open_item_id = i.id), i.due_on + 1))"
            + " as from_day from payments.open_item i where i.account_id = ? and i.due_on + 1 < ?"
            + " order by i.due_on, i.id",
        row ->
            new Item(
                row.getLong("id"),
                row.getString("number"),
                Database.date(row, "from_day"),
                Database.money(row, "amount")),
        accountId,
        until);
  }

  /** What settled items, and from which day on it counts: the day after the money came. */
  private List<Change> changes(long accountId) {
    return sql.rows(
        "select l.open_item_id, l.amount, p.received_on, l.created_at from payments.allocation l"
            + " left join payments.payment p"
            + " on p.id = l.payment_id and l.reverses_id is null and l.kind = 'PAYMENT'"
            + " where l.account_id = ?",
        row -> {
          LocalDate received = Database.date(row, "received_on");
          LocalDate day =
              received == null ? OperatorZone.dayOf(Database.instant(row, "created_at")) : received;
          return new Change(row.getLong(1), day.plusDays(1), row.getBigDecimal(2));
        },
        accountId);
  }

  private static List<Owed> owed(Item item, List<Change> changes) {
    List<Owed> owed = new ArrayList<>();
    owed.add(new Owed(LocalDate.EPOCH, item.amount()));
    Money left = item.amount();
    for (Change each : changes.stream().sorted((a, b) -> a.on().compareTo(b.on())).toList()) {
      left = left.minus(Money.of(each.amount(), left.currency()));
      owed.add(new Owed(each.on(), left));
    }
    return owed;
  }

  private List<Rate> ratesOf(long accountId) {
    CustomerClass of =
        customers.card(customers.account(accountId).customerId()).kind()
                == CustomerKind.ORGANISATION
            ? CustomerClass.BUSINESS
            : CustomerClass.CONSUMER;
    return rates().stream()
        .filter(rate -> rate.customerClass() == of)
        .map(rate -> new Rate(rate.validFrom(), rate.percent()))
        .toList();
  }
}
