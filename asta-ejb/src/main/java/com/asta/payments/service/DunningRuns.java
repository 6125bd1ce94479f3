package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.Database;
import com.asta.payments.rules.CustomerClass;
import com.asta.payments.rules.DunningSchedule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All runs and simulations of dunning, with a row for each account they had to do with. */
@ApplicationScoped
class DunningRuns {
  private static final String CARD =
      "select r.*, (select count(*) from payments.dunning_run_account a where a.run_id = r.id)"
          + " as accounts, (select count(*) from payments.dunning_run_account a"
          + " where a.run_id = r.id and a.failure is not null) as failures"
          + " from payments.dunning_run r";

  @Inject private Database sql;

  long simulate(LocalDate asOf, Instant at, String by) {
    return sql.first(
            "insert into payments.dunning_run (kind, as_of, started_at, started_by)"
                + " values ('SIMULATION', ?, ?, ?) returning id",
            row -> row.getLong(1),
            asOf,
            at,
            by)
        .orElseThrow();
  }

  /** Opens a run; empty while another is under way. */
  Optional<Long> open(LocalDate asOf, Long simulationId, Instant at, String by) {
    return sql.first(
        "insert into payments.dunning_run (kind, as_of, simulation_id, started_at, started_by)"
            + " values ('RUN', ?, ?::bigint, ?, ?)"
            + " on conflict ((1)) where kind = 'RUN' and status = 'RUNNING' do nothing"
            + " returning id",
        row -> row.getLong(1),
        asOf,
        simulationId,
        at,
        by);
  }

  /**
   * Opens the run that starts by itself on a day; empty if it was, or while another is under way.
   */
  Optional<Long> openScheduled(LocalDate day, Instant at, String by) {
    return sql.first(
        "insert into payments.dunning_run (kind, as_of, scheduled_for, started_at, started_by)"
            + " values ('RUN', ?, ?, ?, ?) on conflict do nothing returning id",
        row -> row.getLong(1),
        day,
        day,
        at,
        by);
  }

  /** The last day on which a run started by itself. */
  Optional<LocalDate> lastScheduled() {
    return sql.first(
        "select scheduled_for from payments.dunning_run where scheduled_for is not null"
            + " order by scheduled_for desc limit 1",
        row -> Database.date(row, "scheduled_for"));
  }

  DunningSchedule schedule() {
    return sql.first(
            "select run_at::text, since from payments.dunning_schedule",
            row ->
                new DunningSchedule(
                    row.getString(1) == null ? null : LocalTime.parse(row.getString(1)),
                    LocalDateTime.ofInstant(Database.instant(row, "since"), OperatorZone.ID)))
        .orElseThrow();
  }

  void schedule(LocalTime runAt, Instant since) {
    sql.update(
        "update payments.dunning_schedule set run_at = ?::time, since = ?",
        runAt == null ? null : runAt.toString(),
        since);
  }

  Optional<DunningRunCard> underWay() {
    return sql.first(CARD + " where r.kind = 'RUN' and r.status = 'RUNNING'", DunningRuns::card);
  }

  Optional<DunningRunCard> find(long id) {
    return sql.first(CARD + " where r.id = ?", DunningRuns::card, id);
  }

  /** What a run's work needs to know of it. */
  record Order(boolean simulation, LocalDate asOf) {}

  Order order(long id) {
    return sql.first(
            "select kind, as_of from payments.dunning_run where id = ?",
            row ->
                new Order("SIMULATION".equals(row.getString("kind")), Database.date(row, "as_of")),
            id)
        .orElseThrow();
  }

  List<DunningRunCard> list(int offset, int limit) {
    return sql.rows(
        CARD + " order by r.id desc offset ? limit ?", DunningRuns::card, offset, limit);
  }

  void workedOnBy(long id, long executionId) {
    sql.update("update payments.dunning_run set execution_id = ? where id = ?", executionId, id);
  }

  void finish(long id, Instant at) {
    sql.update(
        "update payments.dunning_run set status = 'DONE', finished_at = ?"
            + " where id = ? and status = 'RUNNING'",
        at,
        id);
  }

  /** Notes accounts; one that is noted already stays as it is. */
  void note(long runId, List<DunningDue> due, Map<Long, String> failures) {
    sql.batch(
        "insert into payments.dunning_run_account (run_id, account_id, customer_id, number,"
            + " customer_class, level_from, level_to, action, overdue, currency, days, failure)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
        due.stream()
            .map(
                each ->
                    new Object[] {
                      runId,
                      each.accountId(),
                      each.account().customerId(),
                      each.account().accountNumber(),
                      each.customerClass(),
                      each.account().reached(),
                      each.levelTo(),
                      each.action(),
                      each.account().facts().overdue().amount().amount(),
                      each.account().currency(),
                      (int) each.account().facts().overdue().days(),
                      failures.get(each.accountId())
                    })
            .toList());
  }

  List<DunningTotal> totals(long runId) {
    return sql.rows(
        "select customer_class, level_to, action, currency, count(*) as accounts,"
            + " sum(greatest(overdue, 0)) as overdue from payments.dunning_run_account"
            + " where run_id = ? group by 1, 2, 3, 4 order by 1 desc, 2, 3",
        DunningRuns::total,
        runId);
  }

  static DunningTotal total(ResultSet row) throws SQLException {
    return new DunningTotal(
        CustomerClass.valueOf(row.getString("customer_class")),
        row.getInt("level_to"),
        row.getString("action"),
        row.getLong("accounts"),
        Database.money(row, "overdue"));
  }

  /** Accounts of a run; a null class or level means any. */
  List<DunningRunRow> rows(
      long runId, CustomerClass customerClass, Integer level, int offset, int limit) {
    return sql.rows(
        "select * from payments.dunning_run_account where run_id = ?"
            + " and (?::text is null or customer_class = ?) and (?::int is null or level_to = ?)"
            + " order by overdue desc, account_id offset ? limit ?",
        row ->
            new DunningRunRow(
                row.getLong("account_id"),
                row.getLong("customer_id"),
                row.getString("number"),
                "",
                CustomerClass.valueOf(row.getString("customer_class")),
                row.getInt("level_from"),
                row.getInt("level_to"),
                row.getString("action"),
                Money.of(row.getBigDecimal("overdue"), row.getString("currency")),
                row.getLong("days"),
                row.getString("failure")),
        runId,
        customerClass,
        customerClass,
        level,
        level,
        offset,
        limit);
  }

  /** Accounts that a run treated otherwise than the simulation it was started from. */
  List<DunningDifference> differences(long runId, int offset, int limit) {
    return sql.rows(
        "select coalesce(d.account_id, s.account_id) as account_id,"
            + " coalesce(d.customer_id, s.customer_id) as customer_id,"
            + " coalesce(d.number, s.number) as number, s.action as simulated, d.action as done"
            + " from (select a.* from payments.dunning_run_account a where a.run_id = ?"
            + " and a.failure is null) d"
            + " full join (select a.* from payments.dunning_run_account a"
            + " where a.run_id = (select simulation_id from payments.dunning_run where id = ?)) s"
            + " on s.account_id = d.account_id"
            + " where (s.action, s.level_to) is distinct from (d.action, d.level_to)"
            + " order by 1 offset ? limit ?",
        row ->
            new DunningDifference(
                row.getLong("account_id"),
                row.getLong("customer_id"),
                row.getString("number"),
                "",
                row.getString("simulated"),
                row.getString("done")),
        runId,
        runId,
        offset,
        limit);
  }

  private static DunningRunCard card(ResultSet row) throws SQLException {
    return new DunningRunCard(
        row.getLong("id"),
        "SIMULATION".equals(row.getString("kind")),
        Database.date(row, "as_of"),
        Database.longOrNull(row, "simulation_id"),
        "DONE".equals(row.getString("status")),
        Database.longOrNull(row, "execution_id"),
        Database.instant(row, "started_at"),
        row.getString("started_by"),
        Database.instant(row, "finished_at"),
        row.getLong("accounts"),
        row.getLong("failures"));
  }
}
