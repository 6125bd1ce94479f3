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

  protected CashReceipt() {}

  public CashReceipt(String register, long number, long paymentId, Instant issuedAt, String by) {
    this.register = register;
    this.number = number;
    this.paymentId = paymentId;
    this.issuedAt = issuedAt;
    this.issuedBy = by;
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
