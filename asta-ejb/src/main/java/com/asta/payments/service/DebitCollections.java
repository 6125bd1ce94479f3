package com.asta.payments.service;

import com.asta.common.Iban;
import com.asta.common.Money;
import com.asta.common.service.Database;
import com.asta.payments.rules.CollectionPlan;
import com.asta.payments.rules.CollectionState;
import com.asta.payments.rules.SequenceType;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All collections of direct debits. */
@ApplicationScoped
class DebitCollections {
  private static final String ROW =
      "select c.*, a.number as account_number, m.reference as mandate_reference, m.debtor_name,"
          + " m.iban from payments.collection c"
          + " join payments.financial_account a on a.account_id = c.account_id"
          + " join payments.mandate m on m.id = c.mandate_id";

  /**
   * Debts that a run collects: due soon, of an account whose dunning no person stopped, not in
   * dispute or paid by instalments, by a mandate in use, never collected yet or to be tried again.
   * What was cancelled counts as never.
   */
  private static final String DUE =
      " from (select ?::date as until, ?::date as today) d cross join payments.mandate m"
          + " join payments.financial_account a on a.account_id = m.account_id"
          + " join payments.open_item i on i.account_id = m.account_id and i.open_amount > 0"
          + " left join lateral (select state, attempt, retry_on from payments.collection c"
          + " where c.account_id = i.account_id and c.open_item_id = i.id"
          + " and c.state <> 'CANCELLED' order by attempt desc limit 1) c on true"
          + " where m.state = 'ACTIVE' and m.collecting"
          + " and not exists (select 1 from payments.dunning_pause z"
          + " where z.account_id = m.account_id and (z.until is null or z.until >= d.today))"
          + " and not exists (select 1 from payments.dispute e where e.account_id = i.account_id"
          + " and e.open_item_id = i.id and e.state = 'OPEN')"
          + " and i.currency = a.currency and i.due_on <= d.until"
          + " and (c.state is null or c.state in ('REJECTED', 'RETURNED') and c.retry_on <= d.today)"
          + " and not exists (select 1 from payments.instalment_plan_item n"
          + " join payments.instalment_plan p on p.id = n.plan_id and p.closed_at is null"
          + " where n.account_id = i.account_id and n.open_item_id = i.id)"
          + " and not exists (select 1 from payments.collection l where l.mandate_id = m.id"
          + " and l.sequence_type in ('OOFF', 'FNAL')"
          + " and l.state not in ('REJECTED', 'RETURNED', 'CANCELLED'))";

  @Inject private Database sql;

  /** An account's debts to collect, with its mandate. */
  record Candidate(
      long mandateId,
      long accountId,
      long customerId,
      CollectionPlan.Debited mandate,
      CollectionPlan.Due due) {}

  /** A collection that was made. */
  record Made(long id, Candidate of, CollectionPlan.Planned planned) {}

  /** Accounts with something to collect, in the order of their ids. */
  List<Long> accountsDue(LocalDate until, LocalDate today, long after, int limit) {
    return sql.rows(
        "select distinct m.account_id" + DUE + " and m.account_id > ? order by 1 limit ?",
        row -> row.getLong(1),
        until,
        today,
        after,
        limit);
  }

  /** How many accounts have something to collect. */
  long countDue(LocalDate until, LocalDate today) {
    return sql.first(
            "select count(distinct m.account_id)" + DUE, row -> row.getLong(1), until, today)
        .orElse(0L);
  }

  /** What could be collected now: a debt each. */
  List<CollectionTotal> due(LocalDate until, LocalDate today) {
    return sql.rows(
        "select count(*) as items, sum(i.open_amount) as amount, i.currency" + DUE + " group by 3",
        row ->
            new CollectionTotal(
                CollectionState.PENDING, row.getLong("items"), Database.money(row, "amount")),
        until,
        today);
  }

  List<Candidate> candidates(Collection<Long> accountIds, LocalDate until, LocalDate today) {
    return sql.rows(
        "select m.id as mandate_id, m.account_id, m.customer_id, m.one_off, m.ending, i.currency,"
            + " i.id as item_id, i.number, i.due_on, i.open_amount, coalesce(c.attempt, 0) + 1"
            + " as attempt, exists (select 1 from payments.collection u where u.mandate_id = m.id"
            + " and u.state not in ('REJECTED', 'CANCELLED')) as used"
            + DUE
            + " and m.account_id = any (?) order by m.account_id, i.due_on, i.id",
        row ->
            new Candidate(
                row.getLong("mandate_id"),
                row.getLong("account_id"),
                row.getLong("customer_id"),
                new CollectionPlan.Debited(
                    row.getBoolean("one_off"),
                    row.getBoolean("ending"),
                    row.getBoolean("used"),
                    row.getString("currency")),
                new CollectionPlan.Due(
                    row.getLong("item_id"),
                    row.getString("number"),
                    Database.date(row, "due_on"),
                    Database.money(row, "open_amount"),
                    row.getInt("attempt"))),
        until,
        today,
        accountIds);
  }

  /** Adds a collection unless its debt is being collected already. */
  Optional<Made> add(long batchId, Candidate of, CollectionPlan.Planned planned, Instant at) {
    return sql.first(
            "insert into payments.collection (account_id, customer_id, open_item_id, number,"
                + " attempt, mandate_id, batch_id, sequence_type, collection_on, amount, currency,"
                + " state, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PENDING', ?)"
                + " on conflict do nothing returning id",
            row -> row.getLong(1),
            of.accountId(),
            of.customerId(),
            planned.due().openItemId(),
            planned.due().number(),
            planned.due().attempt(),
            of.mandateId(),
            batchId,
            planned.sequence(),
            planned.collectionOn(),
            planned.due().open().amount(),
            planned.due().open().currency(),
            at)
        .map(id -> new Made(id, of, planned));
  }

  Optional<CollectionRow> find(long id) {
    return sql.first(ROW + " where c.id = ?", DebitCollections::row, id);
  }

  /** The collection, to change it; lock its account before. */
  CollectionRow locked(long id) {
    sql.first("select 1 from payments.collection where id = ? for update", row -> true, id);
    return find(id).orElseThrow(() -> new PaymentsRefused(Reason.NO_SUCH_COLLECTION, id));
  }

  /** Those of the ids that there are. */
  List<CollectionRow> all(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : sql.rows(ROW + " where c.id = any (?)", DebitCollections::row, ids);
  }

  /** Collections of a group that the bank still owes an answer for, in the order of accounts. */
  List<CollectionRow> outstanding(long groupId) {
    return sql.rows(
        ROW
            + " where c.group_id = ? and c.state in ('SUBMITTED', 'ACCEPTED')"
            + " order by c.account_id, c.id",
        DebitCollections::row,
        groupId);
  }

  void move(long id, CollectionState state, String reason, Instant at) {
    sql.update(
        "update payments.collection set state = ?, reason = ?, changed_at = ? where id = ?",
        state,
        reason,
        at,
        id);
  }

  void paidBy(long id, long paymentId) {
    sql.update("update payments.collection set payment_id = ? where id = ?", paymentId, id);
  }

  void reported(long id, boolean waiting) {
    sql.update("update payments.collection set reported = ? where id = ?", waiting, id);
  }

  void retryOn(long id, LocalDate day) {
    sql.update("update payments.collection set retry_on = ? where id = ?", day, id);
  }

  /** The bank took the collections of these groups in; returns how many were new to it. */
  int accepted(Collection<Long> groupIds, Instant at) {
    return sql.update(
        "update payments.collection set state = 'ACCEPTED', changed_at = ?"
            + " where group_id = any (?) and state = 'SUBMITTED'",
        at,
        groupIds);
  }

  /** The bank took one collection in; 0 if it had before. */
  int acceptedOne(long id, Instant at) {
    return sql.update(
        "update payments.collection set state = 'ACCEPTED', changed_at = ?"
            + " where id = ? and state = 'SUBMITTED'",
        at,
        id);
  }

  /** Collections of a batch, or of an account; a null state means any. */
  List<CollectionRow> list(
      Long batchId, Long mandateId, CollectionState state, int offset, int limit) {
    StringBuilder where = new StringBuilder(" where true");
    List<Object> arguments = new ArrayList<>();
    and(where, arguments, "c.batch_id = ?", batchId);
    and(where, arguments, "c.mandate_id = ?", mandateId);
    and(where, arguments, "c.state = ?", state);
    arguments.addAll(List.of(offset, limit));
    return sql.rows(
        ROW + where + " order by c.id desc offset ? limit ?",
        DebitCollections::row,
        arguments.toArray());
  }

  /** The next collections of a batch below an id, the highest first. */
  List<CollectionRow> below(long batchId, long id, int limit) {
    return sql.rows(
        ROW + " where c.batch_id = ? and c.id < ? order by c.id desc limit ?",
        DebitCollections::row,
        batchId,
        id,
        limit);
  }

  List<CollectionTotal> totals(long batchId) {
    return sql.rows(
        "select state, count(*) as items, sum(amount) as amount, currency"
            + " from payments.collection where batch_id = ? group by state, currency"
            + " order by array_position(array['PENDING', 'SUBMITTED', 'ACCEPTED', 'COLLECTED',"
            + " 'REJECTED', 'RETURNED', 'CANCELLED'], state), currency",
        row ->
            new CollectionTotal(
                CollectionState.valueOf(row.getString("state")),
                row.getLong("items"),
                Money.of(row.getBigDecimal("amount"), row.getString("currency"))),
        batchId);
  }

  private static void and(
      StringBuilder where, List<Object> arguments, String condition, Object value) {
    if (value != null) {
      where.append(" and ").append(condition);
      arguments.add(value);
    }
  }

  private static CollectionRow row(ResultSet row) throws SQLException {
    return new CollectionRow(
        row.getLong("id"),
        row.getLong("account_id"),
        row.getString("account_number"),
        row.getLong("customer_id"),
        row.getLong("open_item_id"),
        row.getString("number"),
        row.getInt("attempt"),
        row.getLong("mandate_id"),
        row.getString("mandate_reference"),
        row.getString("debtor_name"),
        new Iban(row.getString("iban")).masked(),
        row.getLong("batch_id"),
        Database.longOrNull(row, "group_id"),
        SequenceType.valueOf(row.getString("sequence_type")),
        Database.date(row, "collection_on"),
        Database.money(row, "amount"),
        CollectionState.valueOf(row.getString("state")),
        row.getString("reason"),
        Database.longOrNull(row, "payment_id"),
        row.getBoolean("reported"),
        Database.date(row, "retry_on"),
        Database.instant(row, "changed_at"));
  }
}
