package com.asta.marketing.service;

import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Roles;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import com.asta.marketing.model.Target;
import com.asta.marketing.rules.Criteria;
import com.asta.marketing.service.MarketingRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;

/** Keeps targets: sets of customers by criteria, counted live. */
@Stateless
@RolesAllowed({Roles.MARKETER, Roles.ADMIN, Roles.SYSTEM})
public class TargetService {
  @PersistenceContext(unitName = "asta")
  private EntityManager entities;

  @EJB private CustomerService customers;
  @Inject private Audience audience;
  @Inject private AuditLog audit;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * Keeps a new target and returns its id.
   *
   * @throws MarketingRefused NAME_MISSING, PERIOD_EMPTY, LANGUAGE_UNKNOWN
   */
  public long create(String name, Criteria criteria) {
    Target target = new Target(checked(name), checked(criteria), clock.instant(), user.name());
    entities.persist(target);
    audit.record("Target", target.getId(), "created", null, null, criteria.toString());
    return target.getId();
  }

  /**
   * Changes a target; campaigns that were sent keep their recipients.
   *
   * @throws MarketingRefused TARGET_UNKNOWN, NAME_MISSING, PERIOD_EMPTY, LANGUAGE_UNKNOWN
   */
  public void change(long id, String name, Criteria criteria) {
    Target target = find(id);
    audit.change("Target", id, "name", target.getName(), name);
    audit.change("Target", id, "criteria", target.getCriteria().toString(), criteria.toString());
    target.describe(checked(name), checked(criteria));
  }

  /**
   * One target.
   *
   * @throws MarketingRefused TARGET_UNKNOWN
   */
  public TargetCard target(long id) {
    return card(find(id));
  }

  /** Targets by name. */
  public List<TargetCard> list(int offset, int limit) {
    return entities
        .createQuery("select t from Target t order by t.name, t.id", Target.class)
        .setFirstResult(offset)
        .setMaxResults(limit)
        .getResultStream()
        .map(TargetService::card)
        .toList();
  }

  /**
   * How many customers the criteria mean now.
   *
   * @throws MarketingRefused PERIOD_EMPTY, LANGUAGE_UNKNOWN
   */
  public TargetCount count(Criteria criteria) {
    return audience.count(checked(criteria));
  }

  /** A few customers whom the criteria mean, to look at. */
  public Collection<CustomerCard> sample(Criteria criteria, int limit) {
    Audience.Page page = audience.page(checked(criteria), 0, limit * 5);
    return customers.cards(page.customerIds().stream().limit(limit).toList()).values();
  }

  private Target find(long id) {
    Target target = entities.find(Target.class, id);
    if (target == null) {
      throw new MarketingRefused(Reason.TARGET_UNKNOWN, id);
    }
    return target;
  }

  private static TargetCard card(Target target) {
    return new TargetCard(
        target.getId(),
        target.getName(),
        target.getCriteria(),
        target.getCreatedAt(),
        target.getCreatedBy());
  }

  private static String checked(String name) {
    if (name == null || name.isBlank()) {
      throw new MarketingRefused(Reason.NAME_MISSING);
    }
    return name.strip();
  }

  private static Criteria checked(Criteria criteria) {
    criteria
        .problem()
        .ifPresent(
            problem -> {
              throw new MarketingRefused(Reason.valueOf(problem.name()));
            });
    return criteria;
  }
}
