package com.asta.payments.service;

import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Roles;
import com.asta.payments.rules.CustomerClass;
import com.asta.payments.rules.DunningLevel;
import com.asta.payments.rules.DunningPolicy;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The policies of dunning, a ladder for each class of customers. A version is drafted, checked, put
 * in force from a day on, and never changed afterwards; a case keeps the version it was opened
 * with.
 */
@Stateless
@RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
public class DunningPolicyService {
  private static final String SUBJECT = "DunningPolicy";

  @Inject private DunningPolicies policies;
  @Inject private AuditLog audit;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /** Every version, the newest of a class first. */
  @RolesAllowed({Roles.AGENT, Roles.CASHIER, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public List<DunningPolicyCard> list() {
    return policies.all();
  }

  /**
   * One version.
   *
   * @throws PaymentsRefused NO_SUCH_POLICY
   */
  @RolesAllowed({Roles.AGENT, Roles.CASHIER, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public DunningPolicyCard card(long id) {
    return policies.find(id).orElseThrow(() -> new PaymentsRefused(Reason.NO_SUCH_POLICY, id));
  }

  /** The version that cases follow which open on a day; empty before the first. */
  public Optional<DunningPolicyCard> inForce(CustomerClass of, LocalDate day) {
    return policies.all().stream()
        .filter(each -> each.customerClass() == of && each.isInForce(day))
        .findFirst();
  }

  /** The draft of a class, begun now from the newest version if there is none; its id. */
  public long draft(CustomerClass of) {
    return policies.draft(of, user.name());
  }

  /**
   * Keeps what was typed into a draft, faulty or not.
   *
   * @throws PaymentsRefused POLICY_IN_FORCE
   */
  public void save(long draftId, List<DunningLevel> levels) {
    if (!policies.store(draftId, levels)) {
      throw new PaymentsRefused(Reason.POLICY_IN_FORCE);
    }
  }

  /**
   * Puts a draft in force.
   *
   * @param from today or later, and after the day of the version before
   * @throws PaymentsRefused POLICY_IN_FORCE, POLICY_FAULTY, POLICY_BACKDATED, POLICY_ORDER
   */
  public void publish(long draftId, LocalDate from) {
    DunningPolicyCard draft = card(draftId);
    if (!DunningPolicy.check(draft.levels()).isEmpty()) {
      throw new PaymentsRefused(Reason.POLICY_FAULTY);
    }
    if (from == null || from.isBefore(OperatorZone.dayOf(clock.instant()))) {
      throw new PaymentsRefused(Reason.POLICY_BACKDATED);
    }
    policies.all().stream()
        .filter(each -> each.customerClass() == draft.customerClass() && !each.isDraft())
        .map(DunningPolicyCard::validFrom)
        .filter(day -> !day.isBefore(from))
        .findFirst()
        .ifPresent(
            day -> {
              throw new PaymentsRefused(Reason.POLICY_ORDER, day);
            });
    if (!policies.publish(draftId, from, clock.instant(), user.name())) {
      throw new PaymentsRefused(Reason.POLICY_IN_FORCE);
    }
    audit.record(
        SUBJECT,
        draftId,
        "published",
        draft.customerClass().name(),
        null,
        draft.version() + " " + from);
  }

  /**
   * Drops a draft.
   *
   * @throws PaymentsRefused POLICY_IN_FORCE
   */
  public void discard(long draftId) {
    if (!policies.discard(draftId)) {
      throw new PaymentsRefused(Reason.POLICY_IN_FORCE);
    }
  }
}
