package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Database;
import com.asta.common.service.Roles;
import com.asta.payments.model.FinancialAccount;
import com.asta.payments.model.OpenItem;
import com.asta.payments.rules.InstalmentPlan;
import com.asta.payments.rules.InstalmentPlan.Instalment;
import com.asta.payments.rules.InstalmentPlan.Standing;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Instalment plans. While a plan is kept its items are not dunned; once an instalment is late
 * beyond its grace the plan is broken and dunning goes on. Both follow from the money that came.
 */
@Stateless
@RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
public class InstalmentPlanService {
  private static final String SUBJECT = "FinancialAccount";
  private static final int MOST_GRACE_DAYS = 30;

  private record Part(long planId, Instalment instalment) {}

  private record Item(long planId, String number) {}

  @Inject private Database sql;
  @Inject private FinancialAccounts accounts;
  @Inject private OpenItems openItems;
  @Inject private AuditLog audit;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * Splits open items into monthly instalments.
   *
   * @param itemIds null or empty for all that is open
   * @param first the first instalment's last day, today or later
   * @throws PaymentsRefused NOTHING_OPEN, NO_SUCH_OPEN_ITEM, DAY_OVER, PLAN_NOT_POSSIBLE,
   *     PLAN_EXISTS while one is kept
   */
  public long agree(
      long accountId,
      Collection<Long> itemIds,
      int parts,
      LocalDate first,
      int graceDays,
      String note) {
    FinancialAccount account = accounts.locked(accountId);
    List<OpenItem> items = chosen(accountId, itemIds);
    Money total = Money.sum(items.stream().map(OpenItem::getOpen).toList(), account.getCurrency());
    if (first == null || first.isBefore(today())) {
      throw new PaymentsRefused(Reason.DAY_OVER);
    }
    if (parts < 1
        || parts > InstalmentPlan.MOST
        || graceDays < 0
        || graceDays > MOST_GRACE_DAYS
        || total.amount().compareTo(BigDecimal.valueOf(parts, 2)) < 0) {
      throw new PaymentsRefused(Reason.PLAN_NOT_POSSIBLE, InstalmentPlan.MOST, MOST_GRACE_DAYS);
    }
    endFinished(accountId);
    InstalmentPlan plan = InstalmentPlan.monthly(total, parts, first, graceDays);
    long id = store(accountId, plan, items, note);
    audit.record(
        SUBJECT, accountId, "agreed", "instalments", null, total + " / " + parts + ", " + first);
    return id;
  }

  /**
   * Ends a plan, so that its items are dunned again.
   *
   * @throws PaymentsRefused NO_SUCH_PLAN
   */
  public void end(long accountId, long planId) {
    accounts.locked(accountId);
    int changed =
        sql.update(
            "update payments.instalment_plan set closed_at = ?, closed_by = ?"
                + " where id = ? and account_id = ? and closed_at is null",
            clock.instant(),
            user.name(),
            planId,
            accountId);
    if (changed == 0) {
      throw new PaymentsRefused(Reason.NO_SUCH_PLAN);
    }
    audit.record(SUBJECT, accountId, "ended", "instalments", null, null);
  }

  /** The plans of an account, newest first. */
  @RolesAllowed({Roles.AGENT, Roles.BILLING, Roles.CASHIER, Roles.ADMIN, Roles.SYSTEM})
  public List<InstalmentPlanCard> ofAccount(long accountId) {
    Map<Long, List<Instalment>> parts =
        sql
            .rows(
                "select s.*, p.currency from payments.instalment s join payments.instalment_plan p"
                    + " on p.id = s.plan_id where p.account_id = ? order by s.plan_id, s.number",
                row ->
                    new Part(
                        row.getLong("plan_id"),
                        new Instalment(
                            Database.date(row, "due_on"), Database.money(row, "amount"))),
                accountId)
            .stream()
            .collect(
                Collectors.groupingBy(
                    Part::planId, Collectors.mapping(Part::instalment, Collectors.toList())));
    Map<Long, List<String>> numbers =
        sql
            .rows(
                "select n.plan_id, i.number from payments.instalment_plan_item n"
                    + " join payments.open_item i on i.account_id = n.account_id"
                    + " and i.id = n.open_item_id where n.account_id = ? order by i.due_on, i.id",
                row -> new Item(row.getLong(1), row.getString(2)),
                accountId)
            .stream()
            .collect(
                Collectors.groupingBy(
                    Item::planId, Collectors.mapping(Item::number, Collectors.toList())));
    LocalDate today = today();
    return sql.rows(
        "select p.*, p.total - coalesce((select sum(least(i.open_amount, n.amount))"
            + " from payments.instalment_plan_item n join payments.open_item i"
            + " on i.account_id = n.account_id and i.id = n.open_item_id"
            + " where n.plan_id = p.id), 0) as paid"
            + " from payments.instalment_plan p where p.account_id = ? order by p.id desc",
        row ->
            card(
                row,
                parts.get(row.getLong("id")),
                numbers.getOrDefault(row.getLong("id"), List.of()),
                today),
        accountId);
  }

  private static InstalmentPlanCard card(
      ResultSet row, List<Instalment> parts, List<String> numbers, LocalDate today)
      throws SQLException {
    InstalmentPlan plan = new InstalmentPlan(parts, row.getInt("grace_days"));
    Money paid = Database.money(row, "paid");
    return new InstalmentPlanCard(
        row.getLong("id"),
        plan,
        paid,
        plan.standing(paid, today),
        Database.date(row, "agreed_on"),
        row.getString("agreed_by"),
        row.getString("note"),
        row.getTimestamp("closed_at") != null,
        numbers);
  }

  private List<OpenItem> chosen(long accountId, Collection<Long> itemIds) {
    List<OpenItem> open = openItems.openOf(accountId);
    if (itemIds == null || itemIds.isEmpty()) {
      if (open.isEmpty()) {
        throw new PaymentsRefused(Reason.NOTHING_OPEN);
      }
      return open;
    }
    List<OpenItem> chosen = open.stream().filter(item -> itemIds.contains(item.getId())).toList();
    if (chosen.size() < itemIds.size()) {
      throw new PaymentsRefused(Reason.NO_SUCH_OPEN_ITEM);
    }
    return chosen;
  }

  /** A plan that is paid or broken makes room for another. */
  private void endFinished(long accountId) {
    for (InstalmentPlanCard each : ofAccount(accountId)) {
      if (!each.closed() && each.standing() == Standing.KEPT) {
        throw new PaymentsRefused(Reason.PLAN_EXISTS);
      }
      if (!each.closed()) {
        end(accountId, each.id());
      }
    }
  }

  private long store(long accountId, InstalmentPlan plan, List<OpenItem> items, String note) {
    long id =
        sql.first(
                "insert into payments.instalment_plan (account_id, total, currency, grace_days,"
                    + " agreed_on, note, agreed_at, agreed_by) values (?, ?, ?, ?, ?, ?, ?, ?)"
                    + " returning id",
                row -> row.getLong(1),
                accountId,
                plan.total().amount(),
                plan.total().currency(),
                plan.graceDays(),
                today(),
                note == null ? "" : note.strip(),
                clock.instant(),
                user.name())
            .orElseThrow();
    sql.batch(
        "insert into payments.instalment_plan_item (plan_id, account_id, open_item_id, amount)"
            + " values (?, ?, ?, ?)",
        items.stream()
            .map(item -> new Object[] {id, accountId, item.getId(), item.getOpen().amount()})
            .toList());
    List<Object[]> parts = new ArrayList<>();
    for (Instalment each : plan.instalments()) {
      parts.add(new Object[] {id, parts.size() + 1, each.dueOn(), each.amount().amount()});
    }
    sql.batch(
        "insert into payments.instalment (plan_id, number, due_on, amount) values (?, ?, ?, ?)",
        parts);
    return id;
  }

  private LocalDate today() {
    return OperatorZone.dayOf(clock.instant());
  }
}
