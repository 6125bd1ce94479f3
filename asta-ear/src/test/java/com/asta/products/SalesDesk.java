package com.asta.products;

import com.asta.common.service.Roles;
import com.asta.products.service.NewOrder;
import com.asta.products.service.OrderService;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** A call-centre agent, for tests. */
@Stateless
@PermitAll
@RunAs(Roles.AGENT)
public class SalesDesk {
  @Inject private OrderService orders;

  public long place(NewOrder order) {
    return orders.place(order);
  }

  public long takeOver(NewOrder order) {
    return orders.takeOver(order);
  }
}
