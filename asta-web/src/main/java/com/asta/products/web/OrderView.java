package com.asta.products.web;

import com.asta.common.web.Messages;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import com.asta.products.rules.OrderStatus;
import com.asta.products.service.OrderCard;
import com.asta.products.service.OrderService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** One order: its items, and where its process stands. */
@Named
@ViewScoped
public class OrderView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private OrderService orders;
  @Inject private CustomerService customers;

  private Long id;
  private String reason;
  private transient OrderCard card;
  private transient CustomerCard customer;

  /** View action: an unknown id is answered before the page is drawn. */
  public void load() {
    card = orders.order(id);
  }

  public String cancel() {
    orders.cancel(id, reason);
    Messages.done("products", "order.cancelled");
    return "/products/order.xhtml?faces-redirect=true&id=" + id;
  }

  public OrderCard getCard() {
    if (card == null) {
      load();
    }
    return card;
  }

  public CustomerCard getCustomer() {
    if (customer == null) {
      customer = customers.card(getCard().customerId());
    }
    return customer;
  }

  public boolean isOpen() {
    return getCard().status() == OrderStatus.IN_PROGRESS;
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
