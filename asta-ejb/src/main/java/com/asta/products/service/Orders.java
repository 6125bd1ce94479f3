package com.asta.products.service;

import com.asta.products.model.ProductOrder;
import com.asta.products.service.ProductsRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** The stored orders. */
@ApplicationScoped
class Orders {
  @PersistenceContext private EntityManager em;
  @Inject private Projections projections;

  /**
   * The order that a request key stands for.
   *
   * @param first whether the key was not known, so that the order is still to be made
   */
  record Claim(long orderId, boolean first) {}

  /**
   * Takes a request key. Somebody who takes the same key at the same moment waits here until the
   * first one's transaction has ended, and then gets the first one's order.
   */
  Claim claim(String requestKey) {
    long id =
        projections
            .list("select nextval('products.product_order_seq')", row -> row.getLong(1))
            .get(0);
    int taken =
        projections.update(
            "insert into products.order_request (request_key, order_id) values (?, ?)"
                + " on conflict do nothing",
            requestKey,
            id);
    return taken == 1 ? new Claim(id, true) : new Claim(known(requestKey), false);
  }

  void add(ProductOrder order) {
    em.persist(order);
  }

  ProductOrder find(long id) {
    return Optional.ofNullable(em.find(ProductOrder.class, id))
        .orElseThrow(() -> new ProductsRefused(Reason.NO_SUCH_ORDER, id));
  }

  /** An order, its row locked until the transaction ends. */
  ProductOrder locked(long id) {
    return Optional.ofNullable(em.find(ProductOrder.class, id, LockModeType.PESSIMISTIC_WRITE))
        .orElseThrow(() -> new ProductsRefused(Reason.NO_SUCH_ORDER, id));
  }

  private long known(String requestKey) {
    return projections
        .list(
            "select order_id from products.order_request where request_key = ?",
            row -> row.getLong(1),
            requestKey)
        .get(0);
  }
}
