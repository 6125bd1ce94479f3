package com.asta.payments.model;

import com.asta.common.Money;
import com.asta.payments.rules.OpenDebt;
import com.asta.payments.rules.References;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A document a customer owes, and what of it is still open. */
@Entity
@Table(schema = "payments", name = "open_item")
public class OpenItem {
  /** What kind of document. */
  public enum Kind {
    INVOICE,
    BROUGHT_FORWARD
  }

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "open_item_seq")
  @SequenceGenerator(
      name = "open_item_seq",
      schema = "payments",
      sequenceName = "open_item_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "account_id")
  private long accountId;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  @Column(name = "document_id")
  private Long documentId;

  private String number;

  @Column(name = "number_key")
  private String numberKey;

  @Column(name = "issued_on")
  private LocalDate issuedOn;

  @Column(name = "due_on")
  private LocalDate dueOn;

  private BigDecimal amount;

  @Column(name = "open_amount")
  private BigDecimal openAmount;

  private String currency;

  @Version private long version;

  protected OpenItem() {}

  private OpenItem(long accountId, Kind kind, Long documentId, String number, Money amount) {
    this.accountId = accountId;
    this.kind = kind;
    this.documentId = documentId;
    this.number = number;
    this.numberKey = References.key(number);
    this.amount = amount.amount();
    this.openAmount = amount.amount();
    this.currency = amount.currency();
  }

  public static OpenItem ofInvoice(
      long accountId,
      long invoiceId,
      String number,
      LocalDate issuedOn,
      LocalDate dueOn,
      Money gross) {
    return new OpenItem(accountId, Kind.INVOICE, invoiceId, number, gross).dated(issuedOn, dueOn);
  }

  public static OpenItem broughtForward(
      long accountId, String number, LocalDate issuedOn, LocalDate dueOn, Money debt) {
    return new OpenItem(accountId, Kind.BROUGHT_FORWARD, null, number, debt).dated(issuedOn, dueOn);
  }

  private OpenItem dated(LocalDate issued, LocalDate due) {
    issuedOn = issued;
    dueOn = due;
    return this;
  }

  /** Takes a part of the debt away. */
  public void settle(Money piece) {
    if (!piece.isPositive() || piece.compareTo(getOpen()) > 0) {
      throw new IllegalArgumentException("Cannot settle " + piece + " of open " + getOpen());
    }
    openAmount = getOpen().minus(piece).amount();
  }

  /** Gives a settled part back. */
  public void reopen(Money piece) {
    Money open = getOpen().plus(piece);
    if (!piece.isPositive() || open.compareTo(getTotal()) > 0) {
      throw new IllegalArgumentException("Cannot reopen " + piece + " of " + getTotal());
    }
    openAmount = open.amount();
  }

  public boolean isOpen() {
    return openAmount.signum() > 0;
  }

  public boolean isOverdue(LocalDate today) {
    return isOpen() && dueOn.isBefore(today);
  }

  public OpenDebt toDebt() {
    return new OpenDebt(id, number, issuedOn, dueOn, getOpen());
  }

  public Long getId() {
    return id;
  }

  public long getAccountId() {
    return accountId;
  }

  public Kind getKind() {
    return kind;
  }

  public Long getDocumentId() {
    return documentId;
  }

  public String getNumber() {
    return number;
  }

  public LocalDate getIssuedOn() {
    return issuedOn;
  }

  public LocalDate getDueOn() {
    return dueOn;
  }

  public Money getTotal() {
    return Money.of(amount, currency);
  }

  public Money getOpen() {
    return Money.of(openAmount, currency);
  }
}
