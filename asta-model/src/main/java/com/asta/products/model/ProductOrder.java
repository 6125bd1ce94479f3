package com.asta.products.model;

import com.asta.products.rules.ItemStatus;
import com.asta.products.rules.OrderAction;
import com.asta.products.rules.OrderStatus;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a customer asked for, once, and how far it has got (TMF622 ProductOrder). */
@Entity
@Table(schema = "products", name = "product_order")
public class ProductOrder {
  @Id private Long id;

  private String number;

  @Column(name = "request_key")
  private String requestKey;

  @Enumerated(EnumType.STRING)
  private OrderAction action;

  @Column(name = "account_id")
  private long accountId;

  @Column(name = "customer_id")
  private long customerId;

  @Column(name = "wished_on")
  private LocalDate wishedOn;

  @Enumerated(EnumType.STRING)
  private OrderStatus status;

  @Column(name = "process_key")
  private String processKey;

  @Column(name = "placed_at")
  private Instant placedAt;

  @Column(name = "placed_by")
  private String placedBy;

  @Column(name = "completed_at")
  private Instant completedAt;

  @Column(name = "cancel_reason")
  private String cancelReason;

  @OneToMany(mappedBy = "order", cascade = CascadeType.ALL)
  @OrderBy("position")
  private List<OrderItem> items = new ArrayList<>();

  @Version private int optlock;

  protected ProductOrder() {}

  /**
   * An order without items.
   *
   * @param id given by the caller, who stored it with the request key first
   */
  public ProductOrder(long id, String requestKey, OrderAction action, Placed placed) {
    this.id = id;
    this.number = "ORD-%06d".formatted(id);
    this.requestKey = requestKey;
    this.action = action;
    this.accountId = placed.accountId();
    this.customerId = placed.customerId();
    this.wishedOn = placed.wishedOn();
    this.placedAt = placed.at();
    this.placedBy = placed.by();
    this.status = OrderStatus.IN_PROGRESS;
  }

  /** For whom, for when, when and by whom an order was placed. */
  public record Placed(
      long accountId, long customerId, LocalDate wishedOn, Instant at, String by) {}

  /**
   * Adds an item.
   *
   * @param parent the bundle it belongs to, or null
   * @param included whether the bundle's price covers it
   */
  public OrderItem add(OfferVersion version, OrderItem parent, boolean included, String serviceId) {
    OrderItem item = new OrderItem(this, items.size(), version, parent, included, serviceId);
    items.add(item);
    return item;
  }

  /** Remembers the process that fulfils the order. */
  public void fulfilledBy(String key) {
    this.processKey = key;
  }

  /** Cancels every item that is still open. */
  public void cancel(String reason, Instant at) {
    items.stream().filter(OrderItem::isPending).forEach(OrderItem::cancel);
    this.cancelReason = reason;
    settle(at);
  }

  /** Draws the status from the items. */
  public void settle(Instant at) {
    List<ItemStatus> states = items.stream().map(OrderItem::getStatus).toList();
    this.status = OrderStatus.of(states);
    if (status != OrderStatus.IN_PROGRESS && completedAt == null) {
      this.completedAt = at;
    }
  }

  public Long getId() {
    return id;
  }

  public String getNumber() {
    return number;
  }

  public String getRequestKey() {
    return requestKey;
  }

  public OrderAction getAction() {
    return action;
  }

  public long getAccountId() {
    return accountId;
  }

  public long getCustomerId() {
    return customerId;
  }

  public LocalDate getWishedOn() {
    return wishedOn;
  }

  public OrderStatus getStatus() {
    return status;
  }

  public String getProcessKey() {
    return processKey;
  }

  public Instant getPlacedAt() {
    return placedAt;
  }

  public String getPlacedBy() {
    return placedBy;
  }

  public Instant getCompletedAt() {
    return completedAt;
  }

  public String getCancelReason() {
    return cancelReason;
  }

  public List<OrderItem> getItems() {
    return List.copyOf(items);
  }
}
