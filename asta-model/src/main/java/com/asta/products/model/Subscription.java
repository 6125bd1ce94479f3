package com.asta.products.model;

import com.asta.products.rules.PhaseSpan;
import com.asta.products.rules.SubscriptionFacts;
import com.asta.products.rules.SubscriptionStatus;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a customer holds and pays for, with its phases (TMF637 Product). */
@Entity
@Table(schema = "products", name = "subscription")
public class Subscription {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "subscription")
  @SequenceGenerator(
      name = "subscription",
      schema = "products",
      sequenceName = "subscription_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "account_id")
  private long accountId;

  @Column(name = "customer_id")
  private long customerId;

  @Column(name = "bundle_id")
  private Long bundleId;

  private boolean included;

  @Column(name = "service_id")
  private String serviceId;

  private boolean prepaid;

  @Enumerated(EnumType.STRING)
  private SubscriptionStatus status;

  @Column(name = "activated_on")
  private LocalDate activatedOn;

  @Column(name = "ends_on")
  private LocalDate endsOn;

  @Column(name = "bar_reason")
  private String barReason;

  private String promotions;

  @OneToMany(mappedBy = "subscription", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("position")
  private List<SubscriptionPhase> phases = new ArrayList<>();

  @Version private int optlock;

  protected Subscription() {}

  /**
   * Activates an order item.
   *
   * @param bundleId the subscription of the bundle it belongs to, or null
   */
  public Subscription(ProductOrder order, OrderItem item, Long bundleId, LocalDate activatedOn) {
    this.accountId = order.getAccountId();
    this.customerId = order.getCustomerId();
    this.bundleId = bundleId;
    this.included = item.isIncluded();
    this.serviceId = item.getServiceId();
    this.prepaid = item.getVersion().isPrepaid();
    this.status = SubscriptionStatus.ACTIVE;
    this.activatedOn = activatedOn;
    this.promotions = item.getPromotions();
    phases.add(
        new SubscriptionPhase(
            this, 0, new PhaseSpan(item.getVersion().getId(), activatedOn, null)));
  }

  /** Takes over the phases that a change rule decided. */
  public void follow(List<PhaseSpan> spans) {
    while (phases.size() > spans.size()) {
      phases.remove(phases.size() - 1);
    }
    for (int index = 0; index < spans.size(); index++) {
      if (index < phases.size()) {
        phases.get(index).become(spans.get(index));
      } else {
        phases.add(new SubscriptionPhase(this, index, spans.get(index)));
      }
    }
  }

  /** Ends on a day, the first without service; at once if that day has come. */
  public void resign(List<PhaseSpan> spans, LocalDate day, LocalDate today) {
    follow(spans);
    this.endsOn = day;
    if (!day.isAfter(today)) {
      terminate();
    }
  }

  /** Makes it unusable; false if it was barred already or has ended. */
  public boolean bar(String reason) {
    if (status != SubscriptionStatus.ACTIVE) {
      return false;
    }
    this.status = SubscriptionStatus.BARRED;
    this.barReason = reason;
    return true;
  }

  /** Makes it usable again; false if it was not barred. */
  public boolean unbar() {
    if (status != SubscriptionStatus.BARRED) {
      return false;
    }
    this.status = SubscriptionStatus.ACTIVE;
    this.barReason = null;
    return true;
  }

  /** Its last day is over; the number becomes free. */
  public void terminate() {
    this.status = SubscriptionStatus.TERMINATED;
  }

  /**
   * The subscription as the change rules see it.
   *
   * @param bundle whether its offer is a bundle
   */
  public SubscriptionFacts facts(boolean bundle) {
    return new SubscriptionFacts(
        status, included, bundle, phases.stream().map(SubscriptionPhase::span).toList(), endsOn);
  }

  public Long getId() {
    return id;
  }

  public long getAccountId() {
    return accountId;
  }

  public long getCustomerId() {
    return customerId;
  }

  public Long getBundleId() {
    return bundleId;
  }

  public boolean isIncluded() {
    return included;
  }

  public String getServiceId() {
    return serviceId;
  }

  public boolean isPrepaid() {
    return prepaid;
  }

  public SubscriptionStatus getStatus() {
    return status;
  }

  public LocalDate getActivatedOn() {
    return activatedOn;
  }

  public LocalDate getEndsOn() {
    return endsOn;
  }

  /** The promotions it was sold with, separated by spaces; null for none. */
  public String getPromotions() {
    return promotions;
  }

  public String getBarReason() {
    return barReason;
  }
}
