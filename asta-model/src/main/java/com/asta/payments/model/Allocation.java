package com.asta.payments.model;

import com.asta.common.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.persistence.annotations.Customizer;

/** A part of a payment given to an open item; undone by a second, negative row. */
@Entity
@Customizer(WrittenAfter.Items.class)
@Table(schema = "payments", name = "allocation")
public class Allocation {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "allocation_seq")
  @SequenceGenerator(
      name = "allocation_seq",
      schema = "payments",
      sequenceName = "allocation_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "account_id")
  private long accountId;

  @Column(name = "payment_id")
  private long paymentId;

  @Column(name = "open_item_id")
  private long openItemId;

  private BigDecimal amount;
  private String currency;

  @Enumerated(EnumType.STRING)
  private Kind kind = Kind.PAYMENT;

  @Column(name = "reverses_id")
  private Long reversesId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_by")
  private String createdBy;

  /** What settles the item. */
  enum Kind {
    PAYMENT,
    /** Nobody pays it: it is too small. */
    WRITE_OFF
  }

  protected Allocation() {}

  public Allocation(Payment payment, OpenItem item, Money piece, Instant at, String by) {
    this(item.getAccountId(), payment.getId(), item.getId(), piece, at, by);
  }

  private Allocation(
      long accountId, long paymentId, long openItemId, Money piece, Instant at, String by) {
    this.accountId = accountId;
    this.paymentId = paymentId;
    this.openItemId = openItemId;
    this.amount = piece.amount();
    this.currency = piece.currency();
    this.createdAt = at;
    this.createdBy = by;
  }

  /** Takes no money of the payment. */
  public Allocation asWriteOff() {
    kind = Kind.WRITE_OFF;
    return this;
  }

  public boolean isWriteOff() {
    return kind == Kind.WRITE_OFF;
  }

  /** The row that undoes this one. */
  public Allocation reversal(Instant at, String by) {
    Allocation reversal =
        new Allocation(accountId, paymentId, openItemId, getPiece().negated(), at, by);
    reversal.reversesId = id;
    reversal.kind = kind;
    return reversal;
  }

  public Long getId() {
    return id;
  }

  public long getAccountId() {
    return accountId;
  }

  public long getPaymentId() {
    return paymentId;
  }

  public long getOpenItemId() {
    return openItemId;
  }

  public Money getPiece() {
    return Money.of(amount, currency);
  }

  public Long getReversesId() {
    return reversesId;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  public String getCreatedBy() {
    return createdBy;
  }
}
