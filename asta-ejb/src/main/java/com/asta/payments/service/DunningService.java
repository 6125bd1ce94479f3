package com.asta.payments.service;

import com.asta.common.OperatorZone;
import com.asta.common.service.Roles;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import com.asta.payments.rules.CustomerClass;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The dunning board: where overdue accounts stand and what was done. */
@Stateless
@RolesAllowed({Roles.BILLING, Roles.CASHIER, Roles.ADMIN, Roles.SYSTEM})
public class DunningService {
  private static final int MOST_STEPS = 50;

  @Inject private DunningBoard board;
  @Inject private CustomerService customers;
  @Inject private Clock clock;

  /** The business day of now. */
  public LocalDate today() {
    return OperatorZone.dayOf(clock.instant());
  }

  /** Accounts and overdue amounts on each level that is peopled, by class. */
  public List<DunningTotal> ladder() {
    return board.ladder(today());
  }

  /** Accounts that owe something overdue and got no letter yet, by currency. */
  public List<DunningTotal> waiting() {
    return board.waiting(today());
  }

  /** Accounts that are being dunned, the largest debt first; null class or level means any. */
  public List<DunningCaseRow> cases(
      CustomerClass customerClass, Integer level, int offset, int limit) {
    List<DunningCaseRow> rows = board.cases(today(), customerClass, level, offset, limit);
    Map<Long, String> names = names(rows.stream().map(DunningCaseRow::customerId).toList());
    return rows.stream().map(row -> row.named(names.get(row.customerId()))).toList();
  }

  /** Steps carried out on all accounts, newest first. */
  public List<DunningStepRow> history(int offset, int limit) {
    List<DunningStepRow> rows = board.steps(null, offset, limit);
    Map<Long, String> names = names(rows.stream().map(DunningStepRow::customerId).toList());
    return rows.stream().map(row -> row.named(names.get(row.customerId()))).toList();
  }

  /** Steps carried out on one account, newest first. */
  @RolesAllowed({Roles.AGENT, Roles.BILLING, Roles.CASHIER, Roles.ADMIN, Roles.SYSTEM})
  public List<DunningStepRow> historyOf(long accountId) {
    return board.steps(accountId, 0, MOST_STEPS);
  }

  private Map<Long, String> names(Collection<Long> customerIds) {
    return customers.cards(customerIds.stream().distinct().toList()).values().stream()
        .collect(Collectors.toMap(CustomerCard::id, CustomerCard::displayName));
  }
}
