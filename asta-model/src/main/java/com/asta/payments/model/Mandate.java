package com.asta.payments.model;

import com.asta.common.Iban;
import com.asta.payments.rules.CreditorIdentifier;
import com.asta.payments.rules.MandateScheme;
import com.asta.payments.rules.MandateState;
import com.asta.payments.rules.Mandates;
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
import java.time.Instant;
import java.time.LocalDate;

/** A customer's permission to debit a bank account for one account's debts. */
@Entity
@Table(schema = "payments", name = "mandate")
public class Mandate {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "mandate_seq")
  @SequenceGenerator(
      name = "mandate_seq",
      schema = "payments",
      sequenceName = "mandate_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "account_id")
  private long accountId;

  @Column(name = "customer_id")
  private long customerId;

  private String reference;

  @Column(name = "creditor_id")
  private String creditorId;

  @Enumerated(EnumType.STRING)
  private MandateScheme scheme;

  @Column(name = "one_off")
  private boolean oneOff;

  @Column(name = "debtor_name")
  private String debtorName;

  private String iban;

  @Enumerated(EnumType.STRING)
  private MandateState state = MandateState.DRAFT;

  private boolean collecting = true;
  private boolean ending;

  @Column(name = "signed_on")
  private LocalDate signedOn;

  @Column(name = "used_on")
  private LocalDate usedOn;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_by")
  private String createdBy;

  @Version private long version;

  protected Mandate() {}

  /** A draft for an account. */
  public Mandate(FinancialAccount account, String reference, CreditorIdentifier creditor) {
    this.accountId = account.getAccountId();
    this.customerId = account.getCustomerId();
    this.reference = reference;
    this.creditorId = creditor.value();
  }

  public Mandate under(MandateScheme rulebook, boolean once) {
    scheme = rulebook;
    oneOff = once;
    return this;
  }

  public Mandate of(String debtor, Iban account, LocalDate signed) {
    debtorName = debtor;
    iban = account.value();
    signedOn = signed;
    return this;
  }

  public Mandate entered(Instant at, String by) {
    createdAt = at;
    createdBy = by;
    return this;
  }

  /** Moves on in its life. */
  public void become(MandateState next) {
    if (!state.mayBecome(next)) {
      throw new IllegalStateException("Mandate " + reference + " is " + state + ", not " + next);
    }
    state = next;
  }

  /** Switches collecting on or off. */
  public void collect(boolean on) {
    collecting = on;
  }

  /** Lets the next collection be the last, or not. */
  public void endWithNext(boolean last) {
    ending = last;
  }

  /** The first day on which it is not valid any more. */
  public LocalDate expiresOn() {
    return Mandates.expiresOn(signedOn, usedOn);
  }

  public Long getId() {
    return id;
  }

  public long getAccountId() {
    return accountId;
  }

  public long getCustomerId() {
    return customerId;
  }

  public String getReference() {
    return reference;
  }

  public MandateState getState() {
    return state;
  }

  public boolean isCollecting() {
    return collecting;
  }

  public boolean isEnding() {
    return ending;
  }

  public boolean isOneOff() {
    return oneOff;
  }
}
