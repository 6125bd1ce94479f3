package com.asta.products;

import com.asta.common.service.Roles;
import com.asta.products.service.NewOrder;
import com.asta.products.service.OrderService;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** A billing clerk, who may not sell, for tests. */
@Stateless
@PermitAll
@RunAs(Roles.BILLING)
public class BackOffice {
  @Inject private OrderService orders;

  public long place(NewOrder order) {
    return orders.place(order);
  }
}
