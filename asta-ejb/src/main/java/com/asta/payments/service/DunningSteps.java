package com.asta.payments.service;

import com.asta.billing.service.ChargeBatch;
import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Database;
import com.asta.payments.rules.DunningAction;
import com.asta.products.rules.SubscriptionStatus;
import com.asta.products.service.OrderService;
import com.asta.products.service.SubscriptionCard;
import com.asta.products.service.SubscriptionService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Carries out levels of dunning on many locked accounts by a few statements. */
@ApplicationScoped
class DunningSteps {
  @Inject private Database sql;
  @Inject private DunningCases cases;
  @Inject private DunningLetters letters;
  @Inject private ChargeBatch charges;
  @Inject private SubscriptionService subscriptions;
  @Inject private OrderService orders;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /** Those of the accounts whose level cannot be carried out: a fee needs a billing account. */
  List<DunningDue> impossible(List<DunningDue> due) {
    List<DunningDue> charging = due.stream().filter(is(DunningAction.FEE)).toList();
    Map<String, Set<Long>> chargeable =
        charging.stream()
            .map(each -> each.account().currency())
            .distinct()
            .collect(
                Collectors.toMap(
                    currency -> currency, currency -> charges.chargeable(ids(charging), currency)));
    return charging.stream()
        .filter(each -> !chargeable.get(each.account().currency()).contains(each.accountId()))
        .toList();
  }

  /** Does what is due: closes cases, raises levels with all that belongs to them. */
  void carryOut(List<DunningDue> due, LocalDate on) {
    cases.close(due.stream().filter(DunningDue::isClosing).map(DunningDue::account).toList(), on);
    List<DunningDue> rising = due.stream().filter(each -> !each.isClosing()).toList();
    if (rising.isEmpty()) {
      return;
    }
    cases.raise(rising, on);
    Map<Long, Long> caseIds = cases.openOf(ids(rising));
    charge(rising, caseIds);
    subscriptions.barAccounts(
        ids(rising.stream().filter(is(DunningAction.BAR)).toList()), DunningCases.BAR_REASON);
    rising.stream()
        .filter(is(DunningAction.TERMINATE))
        .forEach(each -> terminate(each.accountId(), caseIds.get(each.accountId())));
    Map<Long, String> writtenTo = letters.write(rising, caseIds, on);
    record(rising, caseIds, writtenTo, on);
  }

  private void record(
      List<DunningDue> due, Map<Long, Long> caseIds, Map<Long, String> writtenTo, LocalDate on) {
    sql.batch(
        "insert into payments.dunning_step (account_id, case_id, level, done_on, done_at, overdue,"
            + " currency, detail, action, done_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " on conflict (account_id, case_id, level) do update set done_on = excluded.done_on,"
            + " done_at = excluded.done_at, overdue = excluded.overdue, detail = excluded.detail,"
            + " action = excluded.action, done_by = excluded.done_by, undone_at = null,"
            + " undone_by = null, reason = ''",
        due.stream()
            .map(
                each ->
                    new Object[] {
                      each.accountId(),
                      caseIds.get(each.accountId()),
                      each.levelTo(),
                      on,
                      clock.instant(),
                      each.account().facts().overdue().amount().amount(),
                      each.account().currency(),
                      writtenTo.getOrDefault(each.accountId(), ""),
                      each.action(),
                      user.name()
                    })
            .toList());
  }

  private void charge(List<DunningDue> due, Map<Long, Long> caseIds) {
    charges.addAll(
        due.stream()
            .filter(is(DunningAction.FEE))
            .map(
                each ->
                    new ChargeBatch.NewCharge(
                        "dunning-fee-" + caseIds.get(each.accountId()) + "-" + each.levelTo(),
                        each.accountId(),
                        "DUNNING_FEE",
                        Money.of(each.level().fee(), each.account().currency()),
                        "Reminder fee",
                        "Opłata za wezwanie do zapłaty",
                        "EXEMPT"))
            .toList());
  }

  private void terminate(long accountId, long caseId) {
    LocalDate today = OperatorZone.dayOf(clock.instant());
    for (SubscriptionCard each : subscriptions.ofAccounts(List.of(accountId))) {
      if (each.status() != SubscriptionStatus.TERMINATED
          && each.bundleId() == null
          && each.endsOn() == null) {
        orders.resign(each.id(), today, "dunning-" + caseId + "-" + each.id());
      }
    }
  }

  private static Predicate<DunningDue> is(DunningAction action) {
    return due -> due.level() != null && due.level().action() == action;
  }

  private static List<Long> ids(List<DunningDue> due) {
    return due.stream().map(DunningDue::accountId).toList();
  }
}
