package com.asta.products.web;

import com.asta.common.web.PagedModel;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import com.asta.products.rules.OrderStatus;
import com.asta.products.service.OrderQuery;
import com.asta.products.service.OrderRow;
import com.asta.products.service.OrderService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The list of orders; what it is narrowed to lives in the address. */
@Named
@ViewScoped
public class OrderListView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private OrderService orders;
  @Inject private CustomerService customers;

  private String number;
  private OrderStatus status;
  private transient PagedModel<OrderRow> rows;
  private transient Map<Long, CustomerCard> names;

  public PagedModel<OrderRow> getRows() {
    if (rows == null) {
      rows = new PagedModel<>(this::page, OrderRow::id);
    }
    return rows;
  }

  /** The customers of a page come by one query. */
  private List<OrderRow> page(int offset, int limit) {
    List<OrderRow> page = orders.list(new OrderQuery(number, status, null), offset, limit);
    names = new HashMap<>(customers.cards(page.stream().map(OrderRow::customerId).toList()));
    return page;
  }

  public String customer(long customerId) {
    CustomerCard card = names == null ? null : names.get(customerId);
    return card == null ? "" : card.displayName();
  }

  /** Goes to the narrowed list by GET. */
  public String narrow() {
    return "/products/order-list.xhtml?faces-redirect=true&includeViewParams=true";
  }

  public boolean isNarrowed() {
    return number != null || status != null;
  }

  public OrderStatus[] getStatuses() {
    return OrderStatus.values();
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  public OrderStatus getStatus() {
    return status;
  }

  public void setStatus(OrderStatus status) {
    this.status = status;
  }
}
