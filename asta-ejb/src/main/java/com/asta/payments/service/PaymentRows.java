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
import java.util.List;
import java.util.Map;

/** Payments, allocations and open items as rows, many at a time and past the entities. */
@ApplicationScoped
class PaymentRows {
  @Inject private Database sql;
  @Inject private Bulk bulk;

  /**
   * A payment with its id.
   *
   * @param customerId null if not known
   * @param unallocated what settles nothing yet
   */
  record NewPayment(long id, BulkPayment told, Long customerId, Money unallocated) {}

  /** An allocation with its id. */
  record NewAllocation(
      long id, long accountId, long paymentId, long openItemId, Money amount, boolean writeOff) {}

  /** A locked account: whose it is, and whether its customer is being dunned for it. */
  record Locked(long customerId, boolean dunned) {}

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
    Map<Long, List<OpenDebt>> debts = new HashMap<>();
    if (!accountIds.isEmpty()) {
      sql.rows(
          "select account_id, id, number, issued_on, due_on, open_amount, currency"
              + " from payments.open_item"
              + " where account_id = any (?) and open_amount > 0 order by account_id, due_on, id",
          row ->
              debts
                  .computeIfAbsent(row.getLong("account_id"), id -> new ArrayList<>())
                  .add(
                      new OpenDebt(
                          row.getLong("id"),
                          row.getString("number"),
                          Database.date(row, "issued_on"),
                          Database.date(row, "due_on"),
                          Database.money(row, "open_amount"))),
          accountIds);
    }
    return debts;
  }

  /** Sets what is open of items; their accounts are locked. */
  void setOpen(Map<Long, Money> open) {
    if (open.isEmpty()) {
      return;
    }
    // The items were read a moment ago: a look at each by its key costs less than going through
    // all.
    sql.update("set local random_page_cost = 1.1");
    List<Long> ids = open.keySet().stream().sorted().toList();
    List<BigDecimal> amounts = ids.stream().map(id -> open.get(id).amount()).toList();
    sql.update(
        "update payments.open_item i set open_amount = n.open, version = i.version + 1"
            + " from unnest(?, ?) n (id, open) where i.id = n.id",
        ids,
        amounts);
  }

  void addPayments(List<NewPayment> payments, Instant at, String by) {
    bulk.add(
        "payments.payment",
        "id, source, reference, method, account_id, customer_id, rule, unmatched, amount,"
            + " unallocated, currency, received_on, value_on, payer_name, payer_account,"
            + " credited_to, detail, statement_id, file_id, created_at, created_by",
        payments,
        (row, payment) -> {
          BulkPayment told = payment.told();
          StatementEntry entry = told.entry();
          IncomingPayment incoming = entry.incoming();
          row.number(payment.id());
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
          row.number(told.statementId());
          row.number(told.fileId());
          row.instant(at);
          row.text(by);
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
