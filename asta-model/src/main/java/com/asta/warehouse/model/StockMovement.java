package com.asta.warehouse.model;

import com.asta.warehouse.rules.StockStatus;
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
import java.time.Instant;

/** One step in a device's life; written once, never changed. */
@Entity
@Table(schema = "warehouse", name = "stock_movement")
public class StockMovement {
  @Id
  @SequenceGenerator(
      name = "warehouse.stock_movement",
      sequenceName = "warehouse.stock_movement_seq")
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "warehouse.stock_movement")
  private long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "stock_item_id")
  private StockItem item;

  @Column(name = "at")
  private Instant at;

  private String actor;

  @Enumerated(EnumType.STRING)
  @Column(name = "from_status")
  private StockStatus fromStatus;

  @Enumerated(EnumType.STRING)
  @Column(name = "to_status")
  private StockStatus toStatus;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "location_id")
  private Location location;

  private String reference;

  protected StockMovement() {}

  /** What the device became, and where; {@code reference} is an order, a receipt or a reason. */
  public StockMovement(
      StockItem item, StockStatus fromStatus, Instant at, String actor, String reference) {
    this.item = item;
    this.fromStatus = fromStatus;
    this.toStatus = item.getStatus();
    this.location = item.getLocation();
    this.at = at;
    this.actor = actor;
    this.reference = reference;
  }

  public long getId() {
    return id;
  }

  public Instant getAt() {
    return at;
  }

  public String getActor() {
    return actor;
  }

  public StockStatus getFromStatus() {
    return fromStatus;
  }

  public StockStatus getToStatus() {
    return toStatus;
  }

  public Location getLocation() {
    return location;
  }

  public String getReference() {
    return reference;
  }
}
