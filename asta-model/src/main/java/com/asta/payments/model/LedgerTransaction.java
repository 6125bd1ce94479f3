package com.asta.payments.model;

import com.asta.payments.rules.TransactionKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** One business event in the ledger; written once, never changed. */
@Entity
@Table(schema = "payments", name = "ledger_transaction")
public class LedgerTransaction {
  /** The account of money whose customer is not known. */
  public static final long HOUSE = 0;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ledger_transaction_seq")
  @SequenceGenerator(
      name = "ledger_transaction_seq",
      schema = "payments",
      sequenceName = "ledger_transaction_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "account_id")
  private long accountId;

  @Enumerated(EnumType.STRING)
  private TransactionKind kind;

  private String source;

  @Column(name = "booked_on")
  private LocalDate bookedOn;

  private String detail;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_by")
  private String createdBy;

  protected LedgerTransaction() {}

  /**
   * A transaction of one account.
   *
   * @param source what caused it; unique for the account and kind, so it cannot be booked twice
   */
  public LedgerTransaction(
      long accountId, TransactionKind kind, String source, LocalDate bookedOn, String detail) {
    this.accountId = accountId;
    this.kind = kind;
    this.source = source;
    this.bookedOn = bookedOn;
    this.detail = detail;
  }

  public LedgerTransaction by(String name, Instant at) {
    createdBy = name;
    createdAt = at;
    return this;
  }

  public Long getId() {
    return id;
  }

  public long getAccountId() {
    return accountId;
  }

  public TransactionKind getKind() {
    return kind;
  }

  public String getSource() {
    return source;
  }

  public LocalDate getBookedOn() {
    return bookedOn;
  }

  public String getDetail() {
    return detail;
  }
}
