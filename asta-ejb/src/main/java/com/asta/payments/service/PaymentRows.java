package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.common.service.Database;
import com.asta.payments.rules.IncomingPayment;
import com.asta.payments.rules.Match.Matched;
import com.asta.payments.rules.Match.Unmatched;
import com.asta.payments.rules.OpenDebt;
import com.asta.payments.rules.PaymentMethod;
import com.asta.payments.rules.StatementEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Payments, allocations and open items as rows, many at a time and past the entities. */
@ApplicationScoped
class PaymentRows {
  private static final String SET_OPEN =
      "update payments.open_item i set open_amount = n.open, version = i.version + 1";

  @Inject private Database sql;
  @Inject private Bulk bulk;

  /**
   * A payment of a statement.
   *
   * @param customerId null if not known
   * @param unallocated what settles nothing yet
   */
  record NewPayment(BulkPayment told, Long customerId, Money unallocated) {}

  /** An allocation with its id. */
  record NewAllocation(
      long id, long accountId, long paymentId, long openItemId, Money amount, boolean writeOff) {}

  /** A locked account: whose it is, and whether its customer is being dunned for it. */
  record Locked(long customerId, boolean dunned) {}

  /**
   * Lets this transaction look rows up by their keys, whatever the number of them: what it asks for
   * was read or written a moment ago, so that a look at each costs less than going through a table,
   * and to plan anew for each list of some thousand keys costs as much as to look a third of them
   * up.
   */
  void lookUpByKeys() {
    sql.rows(
        "select set_config('random_page_cost', '1.1', true),"
            + " set_config('plan_cache_mode', 'force_generic_plan', true)",
        row -> true);
  }

  /** Locks accounts in the order of their ids until the transaction ends. */
  Map<Long, Locked> lockedAccounts(Collection<Long> accountIds) {
    Map<Long, Locked> locked = new HashMap<>();
    if (!accountIds.isEmpty()) {
      sql.rows(
          "select account_id, customer_id, dunning_level > 0 from payments.financial_account"
              + " where account_id = any (?) order by account_id for update",
          row -> locked.put(row.getLong(1), new Locked(row.getLong(2), row.getBoolean(3))),
          accountIds);
    }
    return locked;
  }

  /** What is open of accounts, of each the oldest due first. */
  Map<Long, List<OpenDebt>> openDebts(Collection<Long> accountIds) {
    return openDebts(accountIds, new HashMap<>());
  }

  /**
   * As {@link #openDebts(Collection)}.
   *
   * @param places takes where the row of each item stands, by the item's id
   */
  Map<Long, List<OpenDebt>> openDebts(Collection<Long> accountIds, Map<Long, String> places) {
    Map<Long, List<OpenDebt>> debts = new HashMap<>();
    if (!accountIds.isEmpty()) {
      sql.rows(
          "select account_id, id, number, issued_on, due_on, open_amount, currency, ctid"
              + " from payments.open_item"
              + " where account_id = any (?) and open_amount > 0 order by account_id, due_on, id",
          row -> {
            OpenDebt debt =
                new OpenDebt(
                    row.getLong("id"),
                    row.getString("number"),
                    Database.date(row, "issued_on"),
                    Database.date(row, "due_on"),
                    Database.money(row, "open_amount"));
            places.put(debt.openItemId(), row.getString("ctid"));
            return debts
                .computeIfAbsent(row.getLong("account_id"), id -> new ArrayList<>())
                .add(debt);
          },
          accountIds);
    }
    return debts;
  }

  /**
   * Sets what is open of items; their accounts are locked. They are looked up by the places where
   * they were read; one that stands elsewhere meanwhile, by its id.
   */
  void setOpen(Map<Long, Money> open, Map<Long, String> places) {
    if (open.isEmpty()) {
      return;
    }
    List<Long> ids = open.keySet().stream().sorted().toList();
    Set<Long> moved = new HashSet<>(ids);
    sql.rows(
            SET_OPEN
                + " from unnest(?, ?, ?::tid[]) n (id, open, place)"
                + " where i.ctid = n.place and i.id = n.id returning i.id",
            row -> row.getLong(1),
            ids,
            amounts(ids, open),
            ids.stream().map(places::get).toList())
        .forEach(moved::remove);
    if (!moved.isEmpty()) {
      List<Long> others = List.copyOf(moved);
      sql.update(
          SET_OPEN + " from unnest(?, ?) n (id, open) where i.id = n.id",
          others,
          amounts(others, open));
    }
  }

  private static List<BigDecimal> amounts(List<Long> ids, Map<Long, Money> open) {
    return ids.stream().map(id -> open.get(id).amount()).toList();
  }

  void addPayments(List<NewPayment> payments, Instant at, String by) {
    bulk.add(
        "payments.entry",
        "id, source, reference, method, account_id, customer_id, rule, unmatched, amount,"
            + " unallocated, currency, received_on, value_on, payer_name, payer_account,"
            + " credited_to, detail, statement_id, file_id, created_at, created_by,"
            + BankEntries.TOLD,
        payments,
        (row, payment) -> {
          BulkPayment told = payment.told();
          StatementEntry entry = told.entry();
          IncomingPayment incoming = entry.incoming();
          row.number(told.id());
          row.text(entry.account());
          row.text(entry.reference());
          row.text(PaymentMethod.BANK_TRANSFER.name());
          row.number(told.account());
          row.number(payment.customerId());
          row.text(told.match() instanceof Matched matched ? matched.rule().name() : null);
          row.text(told.match() instanceof Unmatched left ? left.reason().name() : null);
          row.decimal(entry.amount().amount());
          row.decimal(payment.unallocated().amount());
          row.text(entry.amount().currency());
          row.day(entry.bookedOn());
          row.day(entry.valueOn());
          row.text(incoming.payerName());
          row.text(incoming.payerIban());
          row.text(incoming.creditedTo());
          row.text(incoming.text());
          row.number(told.telling().statementOf(entry));
          row.number(told.telling().fileId());
          row.instant(at);
          row.text(by);
          BankEntries.writeTold(row, told.telling(), entry);
        });
  }

  void addAllocations(List<NewAllocation> allocations, Instant at, String by) {
    bulk.add(
        "payments.allocation",
        "account_id, id, payment_id, open_item_id, amount, currency, kind, created_at, created_by",
        allocations,
        (row, allocation) -> {
          row.number(allocation.accountId());
          row.number(allocation.id());
          row.number(allocation.paymentId());
          row.number(allocation.openItemId());
          row.decimal(allocation.amount().amount());
          row.text(allocation.amount().currency());
          row.text(allocation.writeOff() ? "WRITE_OFF" : "PAYMENT");
          row.instant(at);
          row.text(by);
        });
  }
}
