package com.asta.payments.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** The receipt of a cash payment; numbers of a register have no gaps. */
@Entity
@Table(schema = "payments", name = "cash_receipt")
public class CashReceipt {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "cash_receipt_seq")
  @SequenceGenerator(
      name = "cash_receipt_seq",
      schema = "payments",
      sequenceName = "cash_receipt_seq",
      allocationSize = 50)
  private Long id;

  private String register;
  private long number;

  @Column(name = "payment_id")
  private long paymentId;

  @Column(name = "issued_at")
  private Instant issuedAt;

  @Column(name = "issued_by")
  private String issuedBy;

  @Column(name = "shift_id")
  private Long shiftId;

  @Column(name = "cancelled_at")
  private Instant cancelledAt;

  @Column(name = "cancelled_by")
  private String cancelledBy;

  @Column(name = "cancel_reason")
  private String cancelReason;

  protected CashReceipt() {}

  public CashReceipt(CashShift shift, long number, long paymentId, Instant issuedAt, String by) {
    this.register = shift.getRegister();
    this.shiftId = shift.getId();
    this.number = number;
    this.paymentId = paymentId;
    this.issuedAt = issuedAt;
    this.issuedBy = by;
  }

  /** Makes it void; it keeps its number. */
  public void cancel(String reason, Instant at, String by) {
    if (isCancelled()) {
      throw new IllegalStateException("Receipt " + printedNumber() + " is cancelled already");
    }
    cancelReason = reason;
    cancelledAt = at;
    cancelledBy = by;
  }

  public boolean isCancelled() {
    return cancelledAt != null;
  }

  /** The number as printed: {@code KP/K1/000042}. */
  public String printedNumber() {
    return printed(register, number);
  }

  /** As {@link #printedNumber()}, of a register and a number. */
  public static String printed(String register, long number) {
    return String.format("KP/%s/%06d", register, number);
  }

  public Long getId() {
    return id;
  }

  /** The shift it was issued in; null for receipts older than shifts. */
  public Long getShiftId() {
    return shiftId;
  }

  public String getRegister() {
    return register;
  }

  public long getNumber() {
    return number;
  }

  public long getPaymentId() {
    return paymentId;
  }

  public Instant getIssuedAt() {
    return issuedAt;
  }

  public String getIssuedBy() {
    return issuedBy;
  }
}
