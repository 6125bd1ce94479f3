package com.asta.customers.service;

import com.asta.common.service.CurrentUser;
import com.asta.common.service.Roles;
import com.asta.customers.model.Interaction;
import com.asta.customers.service.CustomersRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Records talks with customers and keeps the queue of those that are planned (TMF683). */
@Stateless
@RolesAllowed({
  Roles.AGENT,
  Roles.BILLING,
  Roles.CASHIER,
  Roles.MARKETER,
  Roles.OPERATOR,
  Roles.ADMIN,
  Roles.SYSTEM
})
public class InteractionService {
  @Inject private Interactions interactions;
  @Inject private Customers customers;
  @Inject private Requests requests;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * Records a talk that took place.
   *
   * @return its id; the first one's, if the same form was posted before
   * @throws CustomersRefused SUMMARY_MISSING, UNKNOWN_CUSTOMER, REQUEST_REUSED
   */
  public long log(NewInteraction talk) {
    return requests.once(talk.requestKey(), talk, () -> record(talk));
  }

  /**
   * Plans a talk.
   *
   * @return its id; the first one's, if the same form was posted before
   * @throws CustomersRefused SUMMARY_MISSING, PLANNED_IN_PAST, UNKNOWN_CUSTOMER, REQUEST_REUSED
   */
  public long plan(PlannedInteraction plan) {
    return requests.once(plan.requestKey(), plan, () -> schedule(plan));
  }

  /** A customer's timeline: planned talks on top, then the newest first. */
  @RolesAllowed({
    Roles.AGENT,
    Roles.PRODUCT_MANAGER,
    Roles.BILLING,
    Roles.CASHIER,
    Roles.MARKETER,
    Roles.OPERATOR,
    Roles.ADMIN,
    Roles.SYSTEM
  })
  public List<InteractionRow> ofCustomer(long customerId, int offset, int limit) {
    return interactions.ofCustomer(customerId, offset, limit);
  }

  /** What the caller planned to do or was asked to do, the most urgent first. */
  public List<InteractionRow> mine(int offset, int limit) {
    return interactions.plannedFor(user.name(), offset, limit);
  }

  /**
   * A planned talk took place just now.
   *
   * @param outcome added to its note; may be blank
   * @throws CustomersRefused NOT_PLANNED if it was held or cancelled before
   */
  public void complete(long interactionId, String outcome) {
    planned(interactionId).complete(outcome, clock.instant());
  }

  /**
   * A planned talk moves to another moment.
   *
   * @throws CustomersRefused NOT_PLANNED, PLANNED_IN_PAST
   */
  public void postpone(long interactionId, Instant to) {
    planned(interactionId).postpone(ahead(to));
  }

  /**
   * A planned talk will not take place.
   *
   * @throws CustomersRefused NOT_PLANNED
   */
  public void cancel(long interactionId) {
    planned(interactionId).cancel();
  }

  private long record(NewInteraction talk) {
    Instant now = clock.instant();
    customers.get(talk.customerId());
    return interactions.add(
        Interaction.done(
                talk.customerId(),
                talk.channel(),
                talk.direction(),
                talk.topic(),
                required(talk.summary()))
            .about(blankToNull(talk.note()), blankToNull(talk.reference()))
            .at(Objects.requireNonNullElse(talk.happenedAt(), now), user.name(), now));
  }

  private long schedule(PlannedInteraction plan) {
    customers.get(plan.customerId());
    String assignee = blankToNull(plan.assignedTo());
    return interactions.add(
        Interaction.planned(
                plan.customerId(),
                plan.channel(),
                plan.topic(),
                required(plan.summary()),
                assignee == null ? user.name() : assignee)
            .about(blankToNull(plan.note()), null)
            .at(ahead(plan.plannedFor()), user.name(), clock.instant()));
  }

  private Interaction planned(long id) {
    Interaction interaction = interactions.get(id);
    if (!interaction.isPlanned()) {
      throw new CustomersRefused(Reason.NOT_PLANNED, interaction.getSummary());
    }
    return interaction;
  }

  private Instant ahead(Instant moment) {
    if (moment == null || moment.isBefore(clock.instant())) {
      throw new CustomersRefused(Reason.PLANNED_IN_PAST);
    }
    return moment;
  }

  private static String required(String summary) {
    if (summary == null || summary.isBlank()) {
      throw new CustomersRefused(Reason.SUMMARY_MISSING);
    }
    return summary.strip();
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
