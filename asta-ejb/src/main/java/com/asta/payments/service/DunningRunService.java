package com.asta.payments.service;

import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Roles;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import com.asta.payments.rules.CustomerClass;
import com.asta.payments.rules.DunningSchedule;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs of dunning and their simulations: the same rules, once with and once without a hand. */
@Stateless
@RolesAllowed({Roles.BILLING, Roles.CASHIER, Roles.ADMIN, Roles.SYSTEM})
public class DunningRunService {
  private static final String SUBJECT = "DunningRun";
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

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
    opened.ifPresent(id -> audit.record(SUBJECT, id, "started", "asOf", null, "" + asOf));
    return opened
        .map(id -> new Opened(id, true))
        .or(() -> runs.underWay().map(run -> new Opened(run.id(), false)))
        .orElseGet(() -> open(asOf, simulationId));
  }

  /**
   * Opens the run that starts by itself, once its time of the day has come. Of all who try, on
   * whatever server, one opens it, once a day.
   *
   * @return the run's id; empty if it is off, not time yet, opened before, or another is under way
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  @RolesAllowed(Roles.SYSTEM)
  public Optional<Long> openScheduled() {
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), OperatorZone.ID);
    if (!runs.schedule().isDue(now, runs.lastScheduled().orElse(null))) {
      return Optional.empty();
    }
    Optional<Long> opened = runs.openScheduled(now.toLocalDate(), clock.instant(), user.name());
    opened.ifPresent(
        id -> audit.record(SUBJECT, id, "started", "asOf", null, "" + now.toLocalDate()));
    return opened;
  }

  /** When dunning starts by itself. */
  @RolesAllowed({Roles.AGENT, Roles.BILLING, Roles.CASHIER, Roles.ADMIN, Roles.SYSTEM})
  public DunningSchedule schedule() {
    return runs.schedule();
  }

  /**
   * Says when dunning starts by itself.
   *
   * @param runAt such as {@code 05:30}, by the operator's clock; empty for never
   * @throws PaymentsRefused NOT_A_TIME
   */
  @RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public void schedule(String runAt) {
    LocalTime old = runs.schedule().runAt();
    LocalTime wished = time(runAt == null ? "" : runAt.strip());
    if (!Objects.equals(wished, old)) {
      runs.schedule(wished, clock.instant());
      audit.change("DunningSchedule", 1, "runAt", text(old), text(wished));
    }
  }

  private static LocalTime time(String typed) {
    try {
      return typed.isEmpty() ? null : LocalTime.parse(typed, TIME);
    } catch (DateTimeParseException notATime) {
      throw new PaymentsRefused(Reason.NOT_A_TIME, typed);
    }
  }

  private static String text(LocalTime time) {
    return time == null ? null : time.format(TIME);
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
