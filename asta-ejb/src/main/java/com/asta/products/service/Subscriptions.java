package com.asta.products.service;

import com.asta.products.model.Subscription;
import com.asta.products.rules.SubscriptionStatus;
import com.asta.products.service.ProductsRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The stored subscriptions. */
@ApplicationScoped
class Subscriptions {
  private static final String UNIQUE_VIOLATION = "23505";

  @PersistenceContext private EntityManager em;

  void add(Subscription subscription) {
    em.persist(subscription);
  }

  Subscription find(long id) {
    return Optional.ofNullable(em.find(Subscription.class, id))
        .orElseThrow(() -> new ProductsRefused(Reason.NO_SUCH_SUBSCRIPTION, id));
  }

  /** A subscription, its row locked until the transaction ends. */
  Subscription locked(long id) {
    return Optional.ofNullable(em.find(Subscription.class, id, LockModeType.PESSIMISTIC_WRITE))
        .orElseThrow(() -> new ProductsRefused(Reason.NO_SUCH_SUBSCRIPTION, id));
  }

  List<Subscription> membersOf(long bundleId) {
    return em.createQuery(
            "select s from Subscription s where s.bundleId = :bundle order by s.id",
            Subscription.class)
        .setParameter("bundle", bundleId)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** Ends what a resignation ended on or before the day, by one statement. */
  int terminateEnded(LocalDate today) {
    return em.createQuery(
            "update Subscription s set s.status = :ended"
                + " where s.status <> :ended and s.endsOn <= :today")
        .setParameter("ended", SubscriptionStatus.TERMINATED)
        .setParameter("today", today)
        .executeUpdate();
  }

  /**
   * Writes now, so that the database's unique key on numbers answers here.
   *
   * @throws ProductsRefused NUMBER_IN_USE
   */
  void settleNumbers() {
    try {
      em.flush();
    } catch (PersistenceException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
          throw new ProductsRefused(Reason.NUMBER_IN_USE, number(sql.getMessage()));
        }
      }
      throw e;
    }
  }

  private static String number(String message) {
    int from = message.indexOf("=(");
    int to = message.indexOf(')', from);
    return from < 0 || to < 0 ? "" : message.substring(from + 2, to);
  }
}
