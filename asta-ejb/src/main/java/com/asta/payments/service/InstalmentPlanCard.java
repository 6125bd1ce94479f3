package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.payments.rules.InstalmentPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * An agreed plan.
 *
 * @param paid of its items since it was agreed
 * @param closed it was ended or replaced
 */
public record InstalmentPlanCard(
    long id,
    InstalmentPlan plan,
    Money paid,
    InstalmentPlan.Standing standing,
    LocalDate agreedOn,
    String agreedBy,
    String note,
    boolean closed,
    List<String> items) {
  public InstalmentPlanCard {
    items = List.copyOf(items);
  }

  /** An instalment and how much of it is paid. */
  public record Part(int number, LocalDate dueOn, Money amount, Money paid) {
    public boolean isPaid() {
      return paid.equals(amount);
    }
  }

  /** The instalments; money settles the earlier ones first. */
  public List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    Money left = paid;
    int number = 0;
    for (InstalmentPlan.Instalment each : plan.instalments()) {
      Money settled = left.min(each.amount());
      parts.add(new Part(++number, each.dueOn(), each.amount(), settled));
      left = left.minus(settled);
    }
    return parts;
  }
}
