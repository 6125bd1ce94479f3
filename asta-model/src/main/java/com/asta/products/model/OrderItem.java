package com.asta.products.model;

import com.asta.products.rules.ItemStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.List;

/** One offer in an order; it becomes one subscription. */
@Entity
@Table(schema = "products", name = "order_item")
public class OrderItem {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "order_item")
  @SequenceGenerator(
      name = "order_item",
      schema = "products",
      sequenceName = "order_item_seq",
      allocationSize = 50)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "order_id")
  private ProductOrder order;

  private int position;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "parent_id")
  private OrderItem parent;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "offer_version_id")
  private OfferVersion version;

  @Column(name = "service_id")
  private String serviceId;

  private boolean included;

  @Enumerated(EnumType.STRING)
  private ItemStatus status;

  @Column(name = "subscription_id")
  private Long subscriptionId;

  private String promotions;

  protected OrderItem() {}

  OrderItem(
      ProductOrder order,
      int position,
      OfferVersion version,
      OrderItem parent,
      boolean included,
      String serviceId) {
    this.order = order;
    this.position = position;
    this.version = version;
    this.parent = parent;
    this.included = included;
    this.serviceId = serviceId;
    this.status = ItemStatus.PENDING;
  }

  /** Sold with these promotions. */
  public void promote(List<String> codes) {
    this.promotions = codes.isEmpty() ? null : String.join(" ", codes);
  }

  /** Delivered, as this subscription. */
  public void deliver(long subscription) {
    requirePending();
    this.subscriptionId = subscription;
    this.status = ItemStatus.COMPLETED;
  }

  void cancel() {
    requirePending();
    this.status = ItemStatus.CANCELLED;
  }

  public boolean isPending() {
    return status == ItemStatus.PENDING;
  }

  /** The item at the top of its bundle, or itself. */
  public OrderItem getRoot() {
    return parent == null ? this : parent;
  }

  public Long getId() {
    return id;
  }

  public int getPosition() {
    return position;
  }

  public OrderItem getParent() {
    return parent;
  }

  public OfferVersion getVersion() {
    return version;
  }

  public String getServiceId() {
    return serviceId;
  }

  public boolean isIncluded() {
    return included;
  }

  public ItemStatus getStatus() {
    return status;
  }

  public Long getSubscriptionId() {
    return subscriptionId;
  }

  /** The promotions it was sold with, separated by spaces; null for none. */
  public String getPromotions() {
    return promotions;
  }

  private void requirePending() {
    if (!isPending()) {
      throw new IllegalStateException("item " + id + " is " + status + ", not PENDING");
    }
  }
}
