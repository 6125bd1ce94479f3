package com.asta.billing.service;

import com.asta.billing.rules.ChargeKey;
import com.asta.common.service.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far accounts are billed: what the latest final bill of each says, and on top of it what moved
 * since besides bills. A change goes away when a bill that has taken it in becomes an invoice.
 */
@ApplicationScoped
class ChargedBooks {
  /** A move besides bills: no further than its day, or at least as far. */
  private record Change(long id, Charged charged, boolean lowered) {}

  @Inject private Database sql;
  @Inject private Bills bills;

  /**
   * The books of some accounts; those that were never billed have none.
   *
   * @param usedSince of bills whose periods begin earlier, the usage is left out
   */
  Map<Long, AccountBook> of(Collection<Long> accountIds, LocalDate usedSince) {
    Map<Long, AccountBook> books = recent(accountIds, usedSince);
    books.putAll(latest(accountIds.stream().filter(id -> !books.containsKey(id)).toList()));
    return changed(accountIds, books);
  }

  /** The book of one account, without usage. */
  AccountBook of(long accountId) {
    List<Long> only = List.of(accountId);
    return changed(only, latest(only)).getOrDefault(accountId, AccountBook.EMPTY);
  }

  private Map<Long, AccountBook> changed(
      Collection<Long> accountIds, Map<Long, AccountBook> books) {
    changes(accountIds)
        .forEach(
            (account, changes) ->
                books.put(
                    account, changed(books.getOrDefault(account, AccountBook.EMPTY), changes)));
    return books;
  }

  /** A bill of an account, as it is kept. */
  private record Kept(
      long accountId, long id, LocalDate end, String currency, String charged, String used) {}

  /**
   * What the latest final bills say of accounts that have any since a day, usage of them all. Bills
   * and invoices are read by their keys one after the other: a join would go down an index for
   * each.
   */
  private Map<Long, AccountBook> recent(Collection<Long> accountIds, LocalDate since) {
    List<Kept> all =
        sql.rows(
            "select account_id, id, cycle_end, currency, charged, used from billing.bill"
                + " where account_id = any (?) and cycle_start >= ?"
                + " order by account_id, cycle_start desc",
            row ->
                new Kept(
                    row.getLong(1),
                    row.getLong(2),
                    row.getObject(3, LocalDate.class),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6)),
            accountIds,
            since);
    Set<Long> issued = bills.issued(all.stream().map(Kept::id).toList());
    Map<Long, AccountBook> books = new HashMap<>();
    for (Kept bill : all) {
      if (issued.contains(bill.id())) {
        books
            .computeIfAbsent(bill.accountId(), account -> book(account, bill.end(), bill.charged()))
            .used()
            .addAll(BookText.used(bill.used(), bill.currency()));
      }
    }
    return books;
  }

  /** What the latest final bills say of accounts, without usage. */
  private Map<Long, AccountBook> latest(Collection<Long> accountIds) {
    Map<Long, AccountBook> books = new HashMap<>();
    if (!accountIds.isEmpty()) {
      sql.rows(
          "select b.* from unnest(?::bigint[]) a (account_id) cross join lateral"
              + " (select b.account_id, b.cycle_end, b.charged from billing.bill b"
              + " where b.account_id = a.account_id and "
              + Bills.FINAL
              + " order by b.cycle_start desc limit 1) b",
          row ->
              books.put(
                  row.getLong(1),
                  book(row.getLong(1), row.getObject(2, LocalDate.class), row.getString(3))),
          accountIds);
    }
    return books;
  }

  private static AccountBook book(long accountId, LocalDate billedTo, String charged) {
    return new AccountBook(billedTo, BookText.charged(charged, accountId), new ArrayList<>(), 0);
  }

  private Map<Long, List<Change>> changes(Collection<Long> accountIds) {
    Map<Long, List<Change>> changes = new HashMap<>();
    sql.rows(
        "select * from billing.charged_change where account_id = any (?) order by account_id, id",
        row ->
            changes
                .computeIfAbsent(row.getLong("account_id"), id -> new ArrayList<>())
                .add(change(row)),
        accountIds);
    return changes;
  }

  private static Change change(ResultSet row) throws SQLException {
    Long owner = Database.longOrNull(row, "owner_account_id");
    return new Change(
        row.getLong("id"),
        new Charged(
            new ChargeKey(
                row.getLong("subscription_id"),
                Database.date(row, "phase_from"),
                row.getLong("price_id")),
            row.getLong("offer_version_id"),
            row.getString("service_id"),
            Database.date(row, "until"),
            owner == null ? row.getLong("account_id") : owner),
        row.getBoolean("lowered"));
  }

  private static AccountBook changed(AccountBook book, List<Change> changes) {
    Map<ChargeKey, Charged> charged = new LinkedHashMap<>();
    book.charged().forEach(each -> charged.put(each.key(), each));
    long last = book.changeId();
    for (Change change : changes) {
      last = change.id();
      Charged moved = change.charged();
      if (change.lowered()) {
        charged.computeIfPresent(
            moved.key(), (key, was) -> moved.until().isBefore(was.until()) ? moved : was);
      } else {
        charged.merge(
            moved.key(), moved, (was, now) -> now.until().isAfter(was.until()) ? now : was);
      }
    }
    return new AccountBook(book.billedTo(), List.copyOf(charged.values()), book.used(), last);
  }

  /** Each price counts as charged at least that far, on the books of one account. */
  void raise(long accountId, Collection<Charged> reached) {
    change(accountId, reached, false);
  }

  /** A price counts as charged no further than that day. */
  void lower(long accountId, ChargeKey key, LocalDate until) {
    List<Charged> charged =
        of(accountId).charged().stream()
            .filter(each -> each.key().equals(key))
            .map(each -> each.until(until))
            .toList();
    change(accountId, charged, true);
  }

  /** One at a time changes an account's book, so that a later change has a greater id. */
  private void change(long accountId, Collection<Charged> moved, boolean lowered) {
    sql.first(
        "select 1 from billing.billing_account where account_id = ? for no key update",
        row -> true,
        accountId);
    sql.batch(
        "insert into billing.charged_change (account_id, subscription_id, phase_from, price_id,"
            + " offer_version_id, service_id, owner_account_id, until, lowered)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        moved.stream()
            .map(
                each ->
                    new Object[] {
                      accountId,
                      each.key().subscriptionId(),
                      each.key().phaseFrom(),
                      each.key().priceId(),
                      each.offerVersionId(),
                      each.serviceId(),
                      each.owner() == accountId ? null : each.owner(),
                      each.until(),
                      lowered
                    })
            .toList());
  }

  /** Forgets the changes that bills have taken in which are invoices now. */
  void takenIn(Collection<Long> accountIds, Collection<Long> billIds) {
    sql.update(
        "delete from billing.charged_change c using unnest(?::bigint[], ?::bigint[])"
            + " d (account_id, bill_id), billing.bill b where c.account_id = d.account_id"
            + " and b.account_id = d.account_id and b.id = d.bill_id and c.id <= b.change_id",
        accountIds,
        billIds);
  }
}
