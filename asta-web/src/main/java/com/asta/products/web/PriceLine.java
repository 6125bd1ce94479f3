package com.asta.products.web;

import com.asta.products.rules.OfferDesign.DesignedPrice;
import com.asta.products.rules.PriceKind;
import com.asta.products.rules.Proration;
import com.asta.products.rules.Recurrence;
import java.io.Serializable;
import java.math.BigDecimal;

/** A price being edited. */
public class PriceLine implements Serializable {
  private static final long serialVersionUID = 1L;

  private PriceKind kind = PriceKind.RECURRING;
  private String code;
  private String nameEn;
  private String namePl;
  private BigDecimal amount;
  private boolean inAdvance = true;
  private String tariffCode;
  private String vatCategory = "STANDARD";
  private Recurrence recurrence = Recurrence.MONTHLY;
  private Proration proration = Proration.DAILY;
  private Integer termMonths = 12;

  static PriceLine of(DesignedPrice price) {
    PriceLine line = new PriceLine();
    line.kind = price.kind();
    line.code = price.code();
    line.nameEn = price.nameEn();
    line.namePl = price.namePl();
    line.amount = price.amount();
    line.inAdvance = price.inAdvance();
    line.tariffCode = price.tariffCode();
    line.vatCategory = price.vatCategory();
    line.recurrence = price.recurrence();
    line.proration = price.proration();
    line.termMonths = price.termMonths();
    return line;
  }

  DesignedPrice design(String currency) {
    return new DesignedPrice(
        kind,
        code == null ? "" : code.strip(),
        nameEn == null ? "" : nameEn,
        namePl == null ? "" : namePl,
        amount,
        currency,
        kind == PriceKind.RECURRING && inAdvance,
        tariffCode,
        vatCategory,
        kind.recurs() ? recurrence : Recurrence.MONTHLY,
        kind.recurs() || isPenalty() ? proration : Proration.DAILY,
        isPenalty() ? termMonths : null);
  }

  public boolean isUsage() {
    return kind == PriceKind.USAGE;
  }

  public boolean isRecurring() {
    return kind == PriceKind.RECURRING;
  }

  public PriceKind getKind() {
    return kind;
  }

  public void setKind(PriceKind kind) {
    this.kind = kind;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getNameEn() {
    return nameEn;
  }

  public void setNameEn(String nameEn) {
    this.nameEn = nameEn;
  }

  public String getNamePl() {
    return namePl;
  }

  public void setNamePl(String namePl) {
    this.namePl = namePl;
  }

  public BigDecimal getAmount() {
    return amount;
  }

  public void setAmount(BigDecimal amount) {
    this.amount = amount;
  }

  public boolean isInAdvance() {
    return inAdvance;
  }

  public void setInAdvance(boolean inAdvance) {
    this.inAdvance = inAdvance;
  }

  public String getTariffCode() {
    return tariffCode;
  }

  public void setTariffCode(String tariffCode) {
    this.tariffCode = tariffCode;
  }

  public String getVatCategory() {
    return vatCategory;
  }

  public void setVatCategory(String vatCategory) {
    this.vatCategory = vatCategory;
  }

  /** Whether it is due period by period. */
  public boolean isPeriodic() {
    return kind.recurs();
  }

  public boolean isPenalty() {
    return kind == PriceKind.PENALTY;
  }

  public Recurrence getRecurrence() {
    return recurrence;
  }

  public void setRecurrence(Recurrence recurrence) {
    this.recurrence = recurrence;
  }

  public Proration getProration() {
    return proration;
  }

  public void setProration(Proration proration) {
    this.proration = proration;
  }

  public Integer getTermMonths() {
    return termMonths;
  }

  public void setTermMonths(Integer termMonths) {
    this.termMonths = termMonths;
  }
}
