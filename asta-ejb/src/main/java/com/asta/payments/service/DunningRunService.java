package com.asta.payments.service;

import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Roles;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import com.asta.payments.rules.CustomerClass;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs of dunning and their simulations: the same rules, once with and once without a hand. */
@Stateless
@RolesAllowed({Roles.BILLING, Roles.CASHIER, Roles.ADMIN, Roles.SYSTEM})
public class DunningRunService {
  @Inject private DunningRuns runs;
  @Inject private CustomerService customers;
  @Inject private AuditLog audit;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /** Opens a simulation of any day; its job fills it. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public long simulate(LocalDate asOf) {
    return runs.simulate(asOf, clock.instant(), user.name());
  }

  /**
   * Opens a run; while one is under way it is that one's, whoever presses.
   *
   * @param simulationId what the person saw, null if nothing
   * @throws PaymentsRefused RUN_IN_FUTURE
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  @RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public Opened open(LocalDate asOf, Long simulationId) {
    if (asOf.isAfter(OperatorZone.dayOf(clock.instant()))) {
      throw new PaymentsRefused(Reason.RUN_IN_FUTURE, asOf);
    }
    Optional<Long> opened = runs.open(asOf, simulationId, clock.instant(), user.name());
    opened.ifPresent(id -> audit.record("DunningRun", id, "started", "asOf", null, "" + asOf));
    return opened
        .map(id -> new Opened(id, true))
        .or(() -> runs.underWay().map(run -> new Opened(run.id(), false)))
        .orElseGet(() -> open(asOf, simulationId));
  }

  /**
   * A run that was asked for.
   *
   * @param fresh false if somebody else had begun it
   */
  public record Opened(long id, boolean fresh) {}

  /** Notes which job works on a run. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void workedOnBy(long runId, long executionId) {
    runs.workedOnBy(runId, executionId);
  }

  /**
   * One run.
   *
   * @throws PaymentsRefused NO_SUCH_RUN
   */
  public DunningRunCard card(long id) {
    return runs.find(id).orElseThrow(() -> new PaymentsRefused(Reason.NO_SUCH_RUN, id));
  }

  /** Runs and simulations, newest first. */
  public List<DunningRunCard> list(int offset, int limit) {
    return runs.list(offset, limit);
  }

  /** Accounts and amounts of a run by class, level and action. */
  public List<DunningTotal> totals(long runId) {
    return runs.totals(runId);
  }

  /** The accounts of a run, the largest debt first; null class or level means any. */
  public List<DunningRunRow> rows(
      long runId, CustomerClass customerClass, Integer level, int offset, int limit) {
    List<DunningRunRow> rows = runs.rows(runId, customerClass, level, offset, limit);
    Map<Long, String> names = names(rows.stream().map(DunningRunRow::customerId).toList());
    return rows.stream().map(row -> row.named(names.get(row.customerId()))).toList();
  }

  /** Accounts that a run treated otherwise than its simulation. */
  public List<DunningDifference> differences(long runId, int offset, int limit) {
    List<DunningDifference> rows = runs.differences(runId, offset, limit);
    Map<Long, String> names = names(rows.stream().map(DunningDifference::customerId).toList());
    return rows.stream()
        .map(
            row ->
                new DunningDifference(
                    row.accountId(),
                    row.customerId(),
                    row.accountNumber(),
                    names.get(row.customerId()),
                    row.simulated(),
                    row.done()))
        .toList();
  }

  private Map<Long, String> names(Collection<Long> customerIds) {
    return customers.cards(customerIds.stream().distinct().toList()).values().stream()
        .collect(Collectors.toMap(CustomerCard::id, CustomerCard::displayName));
  }
}
