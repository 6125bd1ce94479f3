package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.common.service.Database;
import com.asta.payments.model.Allocation;
import com.asta.payments.model.OpenItem;
import com.asta.payments.rules.AgeingBucket;
import com.asta.payments.rules.References;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All documents that customers owe or owed. */
@ApplicationScoped
class OpenItems {
  @PersistenceContext(unitName = "asta")
  private EntityManager entities;

  @Inject private Database sql;

  void add(OpenItem item) {
    entities.persist(item);
  }

  boolean known(long accountId, OpenItem.Kind kind, String number) {
    return sql.first(
            "select 1 from payments.open_item where number_key = ? and account_id = ? and kind = ?"
                + " and number = ?",
            row -> true,
            References.key(number),
            accountId,
            kind,
            number)
        .isPresent();
  }

  /** What is open of an account, oldest due first; lock the account before. */
  List<OpenItem> openOf(long accountId) {
    return entities
        .createQuery(
            "select i from OpenItem i where i.accountId = :account and i.openAmount > 0"
                + " order by i.dueOn, i.id",
            OpenItem.class)
        .setParameter("account", accountId)
        .getResultList();
  }

  Optional<OpenItem> find(long accountId, long id) {
    return Optional.ofNullable(entities.find(OpenItem.class, id))
        .filter(item -> item.getAccountId() == accountId);
  }

  /** The item of an allocation. */
  OpenItem find(Allocation allocation) {
    return find(allocation.getAccountId(), allocation.getOpenItemId())
        .orElseThrow(() -> new PaymentsRefused(PaymentsRefused.Reason.NO_SUCH_OPEN_ITEM));
  }

  List<OpenItem> all(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return entities
        .createQuery("select i from OpenItem i where i.id in :ids", OpenItem.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  List<OpenItemRow> rows(Collection<Long> accountIds, boolean settledToo, LocalDate today) {
    return sql.rows(
        "select * from payments.open_item where account_id = any (?)"
            + (settledToo ? "" : " and open_amount > 0")
            + " order by due_on, id limit 500",
        row -> row(row, today),
        accountIds);
  }

  Optional<AccountBalance> balance(long accountId, LocalDate today) {
    return sql.first(
        "select a.account_id, a.number, a.currency, o.*,"
            + " (select coalesce(sum(unallocated), 0) from payments.payment p"
            + " where p.account_id = a.account_id and p.unallocated > 0) as credit"
            + " from payments.financial_account a cross join lateral ("
            + " select coalesce(sum(open_amount), 0) as open,"
            + " coalesce(sum(open_amount) filter (where due_on < ?), 0) as overdue,"
            + " min(due_on) filter (where due_on >= ?) as next_due,"
            + " min(due_on) filter (where due_on < ?) as oldest_due"
            + " from payments.open_item i where i.account_id = a.account_id and i.open_amount > 0) o"
            + " where a.account_id = ?",
        row ->
            new AccountBalance(
                row.getLong("account_id"),
                row.getString("number"),
                Database.money(row, "open"),
                Database.money(row, "overdue"),
                Database.money(row, "credit"),
                Database.date(row, "next_due"),
                Database.date(row, "oldest_due")),
        today,
        today,
        today,
        accountId);
  }

  /** Open amounts by age, every bucket present. */
  Map<AgeingBucket, Money> ageing(String currency, LocalDate today) {
    Map<AgeingBucket, Money> ageing = new EnumMap<>(AgeingBucket.class);
    for (AgeingBucket bucket : AgeingBucket.values()) {
      ageing.put(bucket, Money.zero(currency));
    }
    sql.rows(
            "select due_on, sum(open_amount) as open, currency from payments.open_item"
                + " where open_amount > 0 and currency = ? group by due_on, currency",
            row -> Map.entry(Database.date(row, "due_on"), Database.money(row, "open")),
            currency)
        .forEach(
            due ->
                ageing.merge(
                    AgeingBucket.of(ChronoUnit.DAYS.between(due.getKey(), today)),
                    due.getValue(),
                    Money::plus));
    return ageing;
  }

  private static OpenItemRow row(ResultSet row, LocalDate today) throws SQLException {
    return new OpenItemRow(
        row.getLong("id"),
        row.getLong("account_id"),
        OpenItem.Kind.valueOf(row.getString("kind")),
        Database.longOrNull(row, "document_id"),
        row.getString("number"),
        Database.date(row, "issued_on"),
        Database.date(row, "due_on"),
        Database.money(row, "amount"),
        Database.money(row, "open_amount"),
        row.getBigDecimal("open_amount").signum() == 0
            ? 0
            : ChronoUnit.DAYS.between(Database.date(row, "due_on"), today));
  }
}
