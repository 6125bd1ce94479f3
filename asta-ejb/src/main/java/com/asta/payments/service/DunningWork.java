package com.asta.payments.service;

import com.asta.billing.rules.HoldKind;
import com.asta.billing.service.HoldService;
import com.asta.common.service.Roles;
import com.asta.common.service.Suspense;
import com.asta.customers.rules.CustomerKind;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import com.asta.payments.rules.CustomerClass;
import com.asta.payments.rules.DunningDecision;
import com.asta.payments.rules.DunningDecision.Advance;
import com.asta.payments.rules.DunningDecision.Close;
import com.asta.payments.rules.DunningRule;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The work of a dunning run, a page of accounts at a time. */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class DunningWork {
  @Inject private DunningRuns runs;
  @Inject private DunningAccounts accounts;
  @Inject private DunningPolicies policies;
  @Inject private DunningSteps steps;
  @Inject private CustomerService customers;
  @Inject private HoldService holds;
  @Inject private Suspense suspense;
  @Inject private Clock clock;

  /**
   * Accounts that dunning may have to do with.
   *
   * @param accountIds those that owe something overdue or have a case
   * @param shard where the page ends, with {@code accountId}
   * @param last nothing comes behind it
   */
  public record Page(List<Long> accountIds, int shard, long accountId, boolean last) {}

  /** Finds the next accounts of some shards; changes nothing. */
  public Page next(long runId, int shard, long accountId, int lastShard, int limit) {
    List<DunningAccounts.Place> found =
        accounts.concerned(
            runs.order(runId).asOf(),
            new DunningAccounts.Place(shard, accountId),
            lastShard,
            limit);
    DunningAccounts.Place end =
        found.isEmpty() ? new DunningAccounts.Place(shard, accountId) : found.get(found.size() - 1);
    return new Page(
        found.stream().map(DunningAccounts.Place::accountId).toList(),
        end.shard(),
        end.accountId(),
        found.size() < limit);
  }

  /**
   * Decides accounts under their locks and does what is due; a simulation locks nothing and only
   * notes what would be done. What a crash or another run left done is not done again.
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void carryOut(long runId, List<Long> accountIds) {
    DunningRuns.Order run = runs.order(runId);
    if (run.simulation()) {
      runs.note(runId, due(accounts.of(accountIds, run.asOf()), run.asOf()), Map.of());
      return;
    }
    List<DunningDue> due = due(accounts.locked(accountIds, run.asOf()), run.asOf());
    Map<Long, String> failures = new HashMap<>();
    for (DunningDue each : steps.impossible(due)) {
      failures.put(each.accountId(), "NO_BILLING_ACCOUNT");
    }
    steps.carryOut(
        due.stream().filter(each -> !failures.containsKey(each.accountId())).toList(), run.asOf());
    runs.note(runId, due, failures);
    suspend(due, failures);
  }

  /** Notes that an account could not be dunned; it lies in suspense. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void failed(long runId, long accountId, String why) {
    LocalDate asOf = runs.order(runId).asOf();
    List<DunningDue> due = due(accounts.of(List.of(accountId), asOf), asOf);
    Map<Long, String> failures = Map.of(accountId, why == null ? "" : why);
    runs.note(runId, due, failures);
    suspend(due, failures);
  }

  /** The run is through; committed at once, so that the next can be opened. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void finish(long runId) {
    runs.finish(runId, clock.instant());
  }

  private void suspend(Collection<DunningDue> due, Map<Long, String> failures) {
    suspense.addAll(
        "payments",
        "payments-dunning",
        due.stream()
            .filter(each -> failures.containsKey(each.accountId()))
            .map(
                each ->
                    new Suspense.Entry(
                        each.account().accountNumber(),
                        "DUNNING_FAILED",
                        failures.get(each.accountId()),
                        null))
            .toList());
  }

  private List<DunningDue> due(List<DunningCandidate> page, LocalDate asOf) {
    Map<Long, CustomerClass> classes = classes(page);
    Map<Long, DunningPolicyCard> versions = policies.byId();
    Set<Long> held =
        holds.held(page.stream().map(DunningCandidate::accountId).toList(), HoldKind.DUNNING, asOf);
    List<DunningDue> due = new ArrayList<>();
    for (DunningCandidate found : page) {
      DunningCandidate each = held.contains(found.accountId()) ? found.held() : found;
      CustomerClass of =
          each.dunned() == null ? classes.get(each.customerId()) : each.dunned().customerClass();
      Optional<DunningPolicyCard> version =
          each.dunned() == null
              ? versions.values().stream()
                  .filter(card -> card.customerClass() == of && card.isInForce(asOf))
                  .findFirst()
              : Optional.of(versions.get(each.dunned().policyId()));
      version.flatMap(card -> decided(each, of, card)).ifPresent(due::add);
    }
    return due;
  }

  private static Optional<DunningDue> decided(
      DunningCandidate account, CustomerClass of, DunningPolicyCard version) {
    DunningDecision decision = DunningRule.decide(account.facts(), version.policy());
    if (decision instanceof Advance advance) {
      return Optional.of(
          new DunningDue(
              account, of, version.id(), advance.to(), version.policy().level(advance.to())));
    }
    return decision instanceof Close
        ? Optional.of(new DunningDue(account, of, version.id(), 0, null))
        : Optional.empty();
  }

  /** The classes of customers whose accounts have no case yet. */
  private Map<Long, CustomerClass> classes(List<DunningCandidate> page) {
    List<Long> ids =
        page.stream()
            .filter(each -> each.dunned() == null)
            .map(DunningCandidate::customerId)
            .distinct()
            .toList();
    return customers.cards(ids).values().stream()
        .collect(Collectors.toMap(CustomerCard::id, DunningWork::classOf));
  }

  private static CustomerClass classOf(CustomerCard customer) {
    return customer.kind() == CustomerKind.ORGANISATION
        ? CustomerClass.BUSINESS
        : CustomerClass.CONSUMER;
  }
}
