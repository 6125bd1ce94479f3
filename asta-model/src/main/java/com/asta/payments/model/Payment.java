package com.asta.payments.model;

import com.asta.common.Money;
import com.asta.payments.rules.IncomingPayment;
import com.asta.payments.rules.Match;
import com.asta.payments.rules.MatchRule;
import com.asta.payments.rules.PaymentMethod;
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
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.persistence.annotations.Customizer;

/**
 * Value that arrived, recorded once by (source, reference), then given to an account: a view of the
 * entries that are payments.
 */
@Entity
@Customizer(WrittenAfter.Statements.class)
@Table(schema = "payments", name = "payment")
public class Payment {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "payment_seq")
  @SequenceGenerator(
      name = "payment_seq",
      schema = "payments",
      sequenceName = "payment_seq",
      allocationSize = 50)
  private Long id;

  private String source;
  private String reference;

  @Enumerated(EnumType.STRING)
  private PaymentMethod method;

  @Column(name = "account_id")
  private Long accountId;

  @Column(name = "customer_id")
  private Long customerId;

  @Enumerated(EnumType.STRING)
  private MatchRule rule;

  @Enumerated(EnumType.STRING)
  private Match.Reason unmatched;

  private BigDecimal amount;
  private BigDecimal unallocated;
  private BigDecimal returned = BigDecimal.ZERO;
  private BigDecimal refunded = BigDecimal.ZERO;
  private String currency;

  @Column(name = "received_on")
  private LocalDate receivedOn;

  @Column(name = "value_on")
  private LocalDate valueOn;

  @Column(name = "payer_name")
  private String payerName = "";

  @Column(name = "payer_account")
  private String payerAccount = "";

  @Column(name = "credited_to")
  private String creditedTo = "";

  private String detail = "";

  @Column(name = "statement_id")
  private Long statementId;

  @Column(name = "file_id")
  private Long fileId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_by")
  private String createdBy;

  @Version private long version;

  protected Payment() {}

  public Payment(PaymentMethod method, String source, String reference, Money amount) {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("Payment " + reference + " of " + amount);
    }
    this.method = method;
    this.source = source;
    this.reference = reference;
    this.amount = amount.amount();
    this.unallocated = amount.amount();
    this.currency = amount.currency();
  }

  public Payment received(LocalDate on, LocalDate value, Instant at, String by) {
    receivedOn = on;
    valueOn = value;
    createdAt = at;
    createdBy = by;
    return this;
  }

  public Payment from(IncomingPayment told) {
    payerName = told.payerName();
    payerAccount = told.payerIban();
    detail = told.text();
    creditedTo = told.creditedTo();
    return this;
  }

  public Payment onStatement(Long statement, Long file) {
    statementId = statement;
    fileId = file;
    return this;
  }

  /** Says why no account was found. */
  public void leaveToPerson(Match.Reason reason) {
    unmatched = reason;
  }

  /** Gives the payment to an account; nothing of it may be allocated. */
  public void assign(FinancialAccount account, MatchRule by) {
    if (accountId != null) {
      throw new IllegalStateException("Payment " + id + " already belongs to " + accountId);
    }
    accountId = account.getAccountId();
    customerId = account.getCustomerId();
    rule = by;
    unmatched = null;
  }

  /** Takes the payment back from its account. */
  public void unassign() {
    if (!getUnallocated().equals(getTotal())) {
      throw new IllegalStateException("Payment " + id + " is still allocated");
    }
    accountId = null;
    customerId = null;
    rule = null;
    unmatched = Match.Reason.NOTHING_FITS;
  }

  public void use(Money piece) {
    if (!piece.isPositive() || piece.compareTo(getUnallocated()) > 0) {
      throw new IllegalArgumentException("Cannot use " + piece + " of " + getUnallocated());
    }
    unallocated = getUnallocated().minus(piece).amount();
  }

  public void giveBack(Money piece) {
    Money left = getUnallocated().plus(piece);
    if (!piece.isPositive() || left.compareTo(getTotal().minus(getRefunded())) > 0) {
      throw new IllegalArgumentException("Cannot give " + piece + " back to " + getTotal());
    }
    unallocated = left.amount();
  }

  /** A part of its credit is to be paid out. */
  public void refund(Money piece) {
    use(piece);
    refunded = refunded.add(piece.amount());
  }

  /** A part that was to be paid out is credit again. */
  public void takeRefundBack(Money piece) {
    if (piece.compareTo(getRefunded()) > 0) {
      throw new IllegalArgumentException("Cannot take " + piece + " back of " + getRefunded());
    }
    refunded = refunded.subtract(piece.amount());
    giveBack(piece);
  }

  /** It went back to its payer; nothing of it may be allocated. */
  public void sendBack() {
    if (!getUnallocated().equals(getTotal())) {
      throw new IllegalStateException("Payment " + id + " is allocated or went back before");
    }
    returned = amount;
    unallocated = BigDecimal.ZERO;
    unmatched = null;
  }

  /** A part, or all, is given back to the payer; nothing of that part may be allocated. */
  public void returnPart(Money part) {
    use(part);
    returned = returned.add(part.amount());
  }

  /** The part was not given back after all. */
  public void undoReturn(Money part) {
    Money back = Money.of(returned, currency);
    if (!part.isPositive() || part.compareTo(back) > 0) {
      throw new IllegalArgumentException("Cannot undo " + part + " of " + back + " given back");
    }
    returned = back.minus(part).amount();
    giveBack(part);
  }

  /** It was no customer's: it is settled as what a payment provider paid out. */
  public void settleAsPayout() {
    if (accountId != null) {
      throw new IllegalStateException("Payment " + id + " belongs to " + accountId);
    }
    sendBack();
  }

  /** What can still be given back to the payer. */
  public Money getRefundable() {
    return Money.of(amount.subtract(returned).subtract(refunded), currency);
  }

  public boolean isReturned() {
    return returned.signum() > 0;
  }

  public IncomingPayment toIncoming() {
    return new IncomingPayment(getTotal(), payerName, payerAccount, detail, creditedTo);
  }

  public Long getId() {
    return id;
  }

  public String getSource() {
    return source;
  }

  public String getReference() {
    return reference;
  }

  public PaymentMethod getMethod() {
    return method;
  }

  public Long getAccountId() {
    return accountId;
  }

  public Long getCustomerId() {
    return customerId;
  }

  public MatchRule getRule() {
    return rule;
  }

  public Match.Reason getUnmatched() {
    return unmatched;
  }

  public Money getTotal() {
    return Money.of(amount, currency);
  }

  public Money getUnallocated() {
    return Money.of(unallocated, currency);
  }

  public Money getRefunded() {
    return Money.of(refunded, currency);
  }

  public LocalDate getReceivedOn() {
    return receivedOn;
  }

  public LocalDate getValueOn() {
    return valueOn;
  }

  public String getPayerName() {
    return payerName;
  }

  public String getPayerAccount() {
    return payerAccount;
  }

  public String getDetail() {
    return detail;
  }

  public Long getStatementId() {
    return statementId;
  }

  public Long getFileId() {
    return fileId;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  public String getCreatedBy() {
    return createdBy;
  }
}
