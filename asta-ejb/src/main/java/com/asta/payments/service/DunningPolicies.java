package com.asta.payments.service;

import com.asta.common.service.Database;
import com.asta.payments.rules.CustomerClass;
import com.asta.payments.rules.DunningAction;
import com.asta.payments.rules.DunningLevel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All versions of dunning policies; few, so they are read together. */
@ApplicationScoped
class DunningPolicies {
  private record LevelOf(long policyId, DunningLevel level) {}

  @Inject private Database sql;

  /** Every version, the newest of a class first. */
  List<DunningPolicyCard> all() {
    Map<Long, List<DunningLevel>> levels =
        sql
            .rows(
                "select * from payments.dunning_level order by policy_id, number",
                row ->
                    new LevelOf(
                        row.getLong("policy_id"),
                        new DunningLevel(
                            row.getInt("after_days"),
                            row.getBigDecimal("minimum"),
                            DunningAction.valueOf(row.getString("action")),
                            row.getBigDecimal("fee"))))
            .stream()
            .collect(
                Collectors.groupingBy(
                    LevelOf::policyId, Collectors.mapping(LevelOf::level, Collectors.toList())));
    return sql.rows(
        "select p.*, lead(valid_from) over"
            + " (partition by customer_class order by valid_from nulls last) as valid_to"
            + " from payments.dunning_policy p order by customer_class desc, version desc",
        row ->
            new DunningPolicyCard(
                row.getLong("id"),
                CustomerClass.valueOf(row.getString("customer_class")),
                row.getInt("version"),
                Database.date(row, "valid_from"),
                Database.date(row, "valid_to"),
                levels.getOrDefault(row.getLong("id"), List.of()),
                row.getString("created_by"),
                Database.instant(row, "published_at"),
                row.getString("published_by")));
  }

  Map<Long, DunningPolicyCard> byId() {
    Map<Long, DunningPolicyCard> byId = new LinkedHashMap<>();
    all().forEach(each -> byId.put(each.id(), each));
    return byId;
  }

  Optional<DunningPolicyCard> find(long id) {
    return Optional.ofNullable(byId().get(id));
  }

  /** A draft with the levels of another version, unless the class has one; its id. */
  long draft(CustomerClass of, String by) {
    sql.first(
        "select 1 from payments.dunning_policy where customer_class = ? for update",
        row -> true,
        of);
    Optional<Long> present =
        sql.first(
            "select id from payments.dunning_policy where customer_class = ? and valid_from is null",
            row -> row.getLong(1),
            of);
    return present.orElseGet(() -> copyOfNewest(of, by));
  }

  private long copyOfNewest(CustomerClass of, String by) {
    long id =
        sql.first(
                "insert into payments.dunning_policy (customer_class, version, created_by)"
                    + " select ?, max(version) + 1, ? from payments.dunning_policy"
                    + " where customer_class = ? returning id",
                row -> row.getLong(1),
                of,
                by,
                of)
            .orElseThrow();
    sql.update(
        "insert into payments.dunning_level (policy_id, number, after_days, minimum, action, fee)"
            + " select ?, number, after_days, minimum, action, fee from payments.dunning_level"
            + " where policy_id = (select id from payments.dunning_policy where customer_class = ?"
            + " and valid_from is not null order by valid_from desc limit 1)",
        id,
        of);
    return id;
  }

  /** Replaces the levels of a draft; false if it is none any more. */
  boolean store(long draftId, List<DunningLevel> levels) {
    boolean draft =
        sql.first(
                "select id from payments.dunning_policy where id = ? and valid_from is null"
                    + " for update",
                row -> true,
                draftId)
            .isPresent();
    if (draft) {
      sql.update("delete from payments.dunning_level where policy_id = ?", draftId);
      List<Object[]> rows = new ArrayList<>();
      for (DunningLevel level : levels) {
        rows.add(
            new Object[] {
              draftId,
              rows.size() + 1,
              level.afterDays(),
              level.minimum(),
              level.action(),
              level.fee()
            });
      }
      sql.batch(
          "insert into payments.dunning_level"
              + " (policy_id, number, after_days, minimum, action, fee) values (?, ?, ?, ?, ?, ?)",
          rows);
    }
    return draft;
  }

  /** Puts a draft in force; false if it is none any more. */
  boolean publish(long draftId, LocalDate from, Instant at, String by) {
    return sql.update(
            "update payments.dunning_policy set valid_from = ?, published_at = ?, published_by = ?"
                + " where id = ? and valid_from is null",
            from,
            at,
            by,
            draftId)
        == 1;
  }

  boolean discard(long draftId) {
    return sql.update(
            "delete from payments.dunning_policy where id = ? and valid_from is null", draftId)
        == 1;
  }
}
