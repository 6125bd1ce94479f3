package com.asta.warehouse.model;

import com.asta.warehouse.rules.ReceiptCheck;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A delivery of devices of one model as it was scanned, with what was not taken and why. */
@Entity
@Table(schema = "warehouse", name = "receipt")
public class Receipt {
  @Id
  @SequenceGenerator(name = "warehouse.receipt", sequenceName = "warehouse.receipt_seq")
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "warehouse.receipt")
  private long id;

  @Column(name = "request_key")
  private String requestKey;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "product_model_id")
  private ProductModel model;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "location_id")
  private Location location;

  @Column(name = "delivery_note")
  private String deliveryNote;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Column(name = "received_by")
  private String receivedBy;

  private int accepted;
  private int rejected;

  @ElementCollection(fetch = FetchType.LAZY)
  @CollectionTable(
      schema = "warehouse",
      name = "receipt_line",
      joinColumns = @JoinColumn(name = "receipt_id"))
  @OrderBy("lineNumber")
  private List<ReceiptLine> lines = new ArrayList<>();

  protected Receipt() {}

  /**
   * A checked delivery.
   *
   * @param requestKey one per delivery, so that a form sent twice is booked once
   */
  public Receipt(
      String requestKey,
      ProductModel model,
      Location location,
      String deliveryNote,
      Instant receivedAt,
      String receivedBy,
      List<ReceiptCheck.Line> checked) {
    this.requestKey = requestKey;
    this.model = model;
    this.location = location;
    this.deliveryNote = deliveryNote;
    this.receivedAt = receivedAt;
    this.receivedBy = receivedBy;
    for (ReceiptCheck.Line line : checked) {
      lines.add(new ReceiptLine(lines.size() + 1, line));
      accepted += line.isAccepted() ? 1 : 0;
      rejected += line.isAccepted() ? 0 : 1;
    }
  }

  public long getId() {
    return id;
  }

  public ProductModel getModel() {
    return model;
  }

  public Location getLocation() {
    return location;
  }

  public String getDeliveryNote() {
    return deliveryNote;
  }

  public Instant getReceivedAt() {
    return receivedAt;
  }

  public String getReceivedBy() {
    return receivedBy;
  }

  public int getAccepted() {
    return accepted;
  }

  public int getRejected() {
    return rejected;
  }

  public List<ReceiptLine> getLines() {
    return List.copyOf(lines);
  }
}
