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
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;

/** One device, known by its serial number. */
@Entity
@Table(schema = "warehouse", name = "stock_item")
public class StockItem {
  @Id
  @SequenceGenerator(name = "warehouse.stock_item", sequenceName = "warehouse.stock_item_seq")
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "warehouse.stock_item")
  private long id;

  @Column(name = "serial_number")
  private String serialNumber;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "product_model_id")
  private ProductModel model;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "location_id")
  private Location location;

  @Enumerated(EnumType.STRING)
  private StockStatus status;

  @Column(name = "reserved_for")
  private String reservedFor;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Version private int version;

  protected StockItem() {}

  /** A device as it comes in, to be inspected before it may be promised. */
  public StockItem(String serialNumber, ProductModel model, Location location, Instant receivedAt) {
    this.serialNumber = Objects.requireNonNull(serialNumber, "serialNumber");
    this.model = Objects.requireNonNull(model, "model");
    this.location = Objects.requireNonNull(location, "location");
    this.receivedAt = Objects.requireNonNull(receivedAt, "receivedAt");
    this.status = StockStatus.RECEIVED;
  }

  /** Promises the device to the subject of a process. */
  public void reserve(String businessKey) {
    become(StockStatus.RESERVED);
    reservedFor = Objects.requireNonNull(businessKey, "businessKey");
  }

  /** Takes it from the shelf for the order it is reserved for. */
  public void pick() {
    become(StockStatus.PICKED);
  }

  /** Sends it off; it keeps the order it went to. */
  public void ship() {
    become(StockStatus.SHIPPED);
  }

  /** Makes it promisable: inspected, released from an order, or cleared. */
  public void makeAvailable() {
    become(StockStatus.AVAILABLE);
    reservedFor = null;
  }

  /** Holds it back; an order it was reserved for loses it. */
  public void quarantine() {
    become(StockStatus.QUARANTINED);
    reservedFor = null;
  }

  /** A customer gave it back, at this place. */
  public void takeBack(Location place) {
    become(StockStatus.RETURNED);
    reservedFor = null;
    location = Objects.requireNonNull(place, "place");
  }

  private void become(StockStatus next) {
    if (!status.mayBecome(next)) {
      throw new IllegalStateException(serialNumber + " is " + status + ", not to be " + next);
    }
    status = next;
  }

  public long getId() {
    return id;
  }

  public String getSerialNumber() {
    return serialNumber;
  }

  public ProductModel getModel() {
    return model;
  }

  public Location getLocation() {
    return location;
  }

  public StockStatus getStatus() {
    return status;
  }

  /** The subject, such as {@code order-17}, that holds the device or got it. */
  public String getReservedFor() {
    return reservedFor;
  }

  public Instant getReceivedAt() {
    return receivedAt;
  }
}
