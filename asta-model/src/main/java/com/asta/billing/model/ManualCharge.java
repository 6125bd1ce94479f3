package com.asta.billing.model;

import com.asta.billing.rules.Texts;
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
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** An amount a person or the dunning puts on the next bill of an account. */
@Entity
@Table(schema = "billing", name = "manual_charge")
@SequenceGenerator(
    name = "manual_charge",
    schema = "billing",
    sequenceName = "manual_charge_seq",
    allocationSize = 50)
public class ManualCharge {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "manual_charge")
  private long id;

  @Column(name = "request_key")
  private String requestKey;

  @Column(name = "account_id")
  private long accountId;

  private String code;

  @Column(name = "charged_on")
  private LocalDate chargedOn;

  private BigDecimal net;
  private String currency;

  @Column(name = "text_en")
  private String textEn;

  @Column(name = "text_pl")
  private String textPl;

  @Column(name = "vat_category")
  private String vatCategory;

  @Column(name = "entered_by")
  private String enteredBy;

  @Column(name = "entered_at")
  private Instant enteredAt;

  @Column(name = "bill_id")
  private Long billId;

  @Enumerated(EnumType.STRING)
  private ManualChargeStatus status = ManualChargeStatus.ACCEPTED;

  @Column(name = "reason_text")
  private String reasonText;

  @Column(name = "decided_by")
  private String decidedBy;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Version private int version;

  protected ManualCharge() {}

  public ManualCharge(
      String requestKey, long accountId, String code, Money net, Texts texts, String vatCategory) {
    this.requestKey = requestKey;
    this.accountId = accountId;
    this.code = code;
    this.net = net.rounded().amount();
    this.currency = net.currency();
    this.textEn = texts.en();
    this.textPl = texts.pl();
    this.vatCategory = vatCategory;
  }

  /** Who entered it and when; the business day decides on which bill it lands. */
  public void entered(String by, Instant at, LocalDate day) {
    enteredBy = by;
    enteredAt = at;
    chargedOn = day;
  }

  /**
   * Why a person entered it.
   *
   * @param waits whether a second person has to agree before a bill takes it
   */
  public void reason(String text, boolean waits) {
    this.reasonText = text;
    this.status = waits ? ManualChargeStatus.PROPOSED : ManualChargeStatus.ACCEPTED;
  }

  /** A second person decides; the business day decides on which bill it lands. */
  public void decide(boolean accepted, String by, Instant at, LocalDate day) {
    if (status != ManualChargeStatus.PROPOSED) {
      throw new IllegalStateException("charge " + id + " is " + status + ", not PROPOSED");
    }
    status = accepted ? ManualChargeStatus.ACCEPTED : ManualChargeStatus.REJECTED;
    decidedBy = by;
    decidedAt = at;
    chargedOn = day;
  }

  public boolean isProposed() {
    return status == ManualChargeStatus.PROPOSED;
  }

  public String getEnteredBy() {
    return enteredBy;
  }

  public String getDecidedBy() {
    return decidedBy;
  }

  public long getId() {
    return id;
  }

  public long getAccountId() {
    return accountId;
  }

  public String getCode() {
    return code;
  }

  public LocalDate getChargedOn() {
    return chargedOn;
  }

  public Money getNet() {
    return Money.of(net, currency);
  }

  public Long getBillId() {
    return billId;
  }
}
