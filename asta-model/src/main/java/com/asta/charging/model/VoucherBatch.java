package com.asta.charging.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** Vouchers of one value that were made together. */
@Entity
@Table(name = "voucher_batch", schema = "charging")
public class VoucherBatch {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "charging.voucher_batch")
  @SequenceGenerator(name = "charging.voucher_batch", sequenceName = "charging.voucher_batch_seq")
  private Long id;

  private String code;
  private BigDecimal value;
  private String currency;
  private int quantity;

  @Column(name = "expires_on")
  private LocalDate expiresOn;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "created_at")
  private Instant createdAt;

  protected VoucherBatch() {}

  public VoucherBatch(
      String code,
      BigDecimal value,
      String currency,
      int quantity,
      LocalDate expiresOn,
      String author,
      Instant now) {
    this.code = code;
    this.value = value;
    this.currency = currency;
    this.quantity = quantity;
    this.expiresOn = expiresOn;
    this.createdBy = author;
    this.createdAt = now;
  }

  public Long getId() {
    return id;
  }

  public String getCode() {
    return code;
  }

  public BigDecimal getValue() {
    return value;
  }

  public String getCurrency() {
    return currency;
  }

  public int getQuantity() {
    return quantity;
  }

  public LocalDate getExpiresOn() {
    return expiresOn;
  }

  public String getCreatedBy() {
    return createdBy;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }
}
