package com.asta.marketing.service;

import com.asta.customers.rules.ConsentPurpose;
import com.asta.customers.service.CustomerCriteria;
import com.asta.customers.service.CustomerService;
import com.asta.marketing.rules.Criteria;
import com.asta.products.service.SubscriptionService;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.util.List;

/** The customers criteria mean, found page by page with customers and products. */
@Dependent
class Audience {
  private static final int PAGE = 1000;

  /** Some ids in ascending order, the last one looked at, and whether there are more. */
  record Page(List<Long> customerIds, long last, boolean more) {}

  @EJB private CustomerService customers;
  @EJB private SubscriptionService subscriptions;

  Page page(Criteria criteria, long after, int limit) {
    List<Long> ids = customers.matching(narrowed(criteria), after, limit);
    long last = ids.isEmpty() ? after : ids.get(ids.size() - 1);
    boolean more = ids.size() == limit;
    return criteria.offerCode() == null || ids.isEmpty()
        ? new Page(ids, last, more)
        : new Page(subscriptions.customersWithOffer(criteria.offerCode(), ids), last, more);
  }

  TargetCount count(Criteria criteria) {
    Criteria mailable = criteria.consenting(ConsentPurpose.MARKETING_EMAIL);
    boolean both = criteria.consent() == null;
    long matching = size(criteria);
    if (both || criteria.consent() == ConsentPurpose.MARKETING_EMAIL) {
      return new TargetCount(matching, both ? size(mailable) : matching);
    }
    return new TargetCount(matching, consenting(criteria));
  }

  private long size(Criteria criteria) {
    if (criteria.offerCode() == null) {
      return customers.countMatching(narrowed(criteria));
    }
    long size = 0;
    Page page = page(criteria, 0, PAGE);
    size += page.customerIds().size();
    while (page.more()) {
      page = page(criteria, page.last(), PAGE);
      size += page.customerIds().size();
    }
    return size;
  }

  /** Criteria that ask for another consent: those who gave that one and e-mail too. */
  private long consenting(Criteria criteria) {
    long size = 0;
    long after = 0;
    boolean more = true;
    while (more) {
      Page page = page(criteria, after, PAGE);
      size +=
          page.customerIds().stream()
              .filter(id -> customers.consented(id, ConsentPurpose.MARKETING_EMAIL.name()))
              .count();
      after = page.last();
      more = page.more();
    }
    return size;
  }

  private static CustomerCriteria narrowed(Criteria criteria) {
    return new CustomerCriteria(
        criteria.kind(),
        criteria.city(),
        criteria.language(),
        criteria.consent() == null ? null : criteria.consent().name(),
        criteria.registeredFrom(),
        criteria.registeredTo());
  }
}
