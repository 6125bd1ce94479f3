package com.asta.payments.service;

import com.asta.common.service.CurrentUser;
import com.asta.common.service.Database;
import com.asta.payments.model.LedgerPosting;
import com.asta.payments.model.LedgerTransaction;
import com.asta.payments.rules.LedgerAccount;
import com.asta.payments.rules.Posting;
import com.asta.payments.rules.TransactionKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.PrimitiveIterator.OfLong;

/** The append-only book. */
@ApplicationScoped
class Ledger {
  // What a transaction does to what the customer owes: allocations move nothing there.
  private static final String MOVEMENTS =
      "select t.id, t.kind, t.source, t.detail, t.booked_on, t.created_at, t.created_by,"
          + " l.amount, l.currency, sum(l.amount) over (order by t.booked_on, t.id) as balance"
          + " from (select p.account_id, p.transaction_id, p.currency, sum("
          + " case when p.debit in ('RECEIVABLE', 'CUSTOMER_CREDIT') then p.amount else 0 end"
          + " - case when p.credit in ('RECEIVABLE', 'CUSTOMER_CREDIT') then p.amount else 0 end)"
          + " as amount from payments.posting p where p.account_id = ? group by 1, 2, 3) l"
          + " join payments.ledger_transaction t"
          + " on t.account_id = l.account_id and t.id = l.transaction_id"
          + " where l.amount <> 0";

  /** A posting on its way into the book. */
  private record Line(long accountId, long transactionId, int line, Posting posting) {}

  @PersistenceContext(unitName = "asta")
  private EntityManager entities;

  @Inject private Database sql;
  @Inject private Bulk bulk;
  @Inject private Sequences sequences;
  @Inject private AccountingPeriods periods;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * Books one posting.
   *
   * @param source what caused it, unique for the account and kind
   * @throws PaymentsRefused PERIOD_CLOSED
   */
  void book(
      long accountId,
      TransactionKind kind,
      String source,
      LocalDate on,
      String detail,
      Posting posting) {
    book(accountId, kind, source, on, detail, List.of(posting));
  }

  /** As {@link #book}, several postings of one business event. */
  void book(
      long accountId,
      TransactionKind kind,
      String source,
      LocalDate on,
      String detail,
      List<Posting> postings) {
    periods.requireOpen(on);
    LedgerTransaction transaction =
        new LedgerTransaction(accountId, kind, source, on, detail).by(user.name(), clock.instant());
    entities.persist(transaction);
    int line = 0;
    for (Posting posting : postings) {
      entities.persist(new LedgerPosting(transaction, ++line, posting));
    }
  }

  /** True if an event is in the book. */
  boolean isBooked(long accountId, TransactionKind kind, String source) {
    return sql.first(
            "select 1 from payments.ledger_transaction where account_id = ? and kind = ?"
                + " and source = ?",
            row -> true,
            accountId,
            kind,
            source)
        .isPresent();
  }

  /**
   * Books many events at once, past the entities of this transaction.
   *
   * @throws PaymentsRefused PERIOD_CLOSED
   */
  void bookAll(Collection<Booking> bookings) {
    bookings.stream().map(Booking::on).distinct().forEach(periods::requireOpen);
    OfLong ids = sequences.take("payments.ledger_transaction_seq", bookings.size());
    Instant now = clock.instant();
    String by = user.name();
    List<Line> lines = new ArrayList<>();
    bulk.add(
        "payments.ledger_transaction",
        "account_id, id, kind, source, booked_on, detail, created_at, created_by",
        bookings,
        (row, booking) -> {
          long id = ids.nextLong();
          row.number(booking.accountId());
          row.number(id);
          row.text(booking.kind().name());
          row.text(booking.source());
          row.day(booking.on());
          row.text(booking.detail());
          row.instant(now);
          row.text(by);
          int line = 0;
          for (Posting posting : booking.postings()) {
            lines.add(new Line(booking.accountId(), id, ++line, posting));
          }
        });
    bulk.add(
        "payments.posting",
        "account_id, transaction_id, line, debit, credit, amount, currency, rate",
        lines,
        (row, line) -> {
          row.number(line.accountId());
          row.number(line.transactionId());
          row.integer(line.line());
          row.text(line.posting().debit().name());
          row.text(line.posting().credit().name());
          row.decimal(line.posting().amount().amount());
          row.text(line.posting().amount().currency());
          row.text(line.posting().rate());
        });
  }

  /** What changed the customer's balance, newest first, with the balance after each. */
  List<Movement> movements(long accountId, int offset, int limit) {
    return sql.rows(
        "select * from (" + MOVEMENTS + ") m order by booked_on desc, id desc offset ? limit ?",
        row ->
            new Movement(
                row.getLong("id"),
                TransactionKind.valueOf(row.getString("kind")),
                Database.date(row, "booked_on"),
                row.getString("detail"),
                row.getString("source"),
                Database.money(row, "amount"),
                Database.money(row, "balance")),
        accountId,
        offset,
        limit);
  }

  /** The postings of one transaction's source, or all of an account, as double entries. */
  List<PostingRow> postings(long accountId, int offset, int limit) {
    return sql.rows(
        "select t.id, t.kind, t.detail, t.booked_on, t.created_by, p.debit, p.credit, p.amount,"
            + " p.currency from payments.posting p join payments.ledger_transaction t"
            + " on t.account_id = p.account_id and t.id = p.transaction_id"
            + " where p.account_id = ? order by t.id desc, p.line offset ? limit ?",
        row ->
            new PostingRow(
                row.getLong("id"),
                TransactionKind.valueOf(row.getString("kind")),
                Database.date(row, "booked_on"),
                row.getString("detail"),
                LedgerAccount.valueOf(row.getString("debit")),
                LedgerAccount.valueOf(row.getString("credit")),
                Database.money(row, "amount"),
                row.getString("created_by")),
        accountId,
        offset,
        limit);
  }
}
