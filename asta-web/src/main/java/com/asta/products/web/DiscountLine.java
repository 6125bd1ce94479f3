package com.asta.products.web;

import com.asta.products.rules.Discount;
import com.asta.products.rules.DiscountCondition;
import com.asta.products.rules.DiscountKind;
import com.asta.products.rules.DiscountScope;
import java.io.Serializable;
import java.math.BigDecimal;

/** A discount being edited. */
public class DiscountLine implements Serializable {
  private static final long serialVersionUID = 1L;

  private String code;
  private String nameEn;
  private String namePl;
  private DiscountKind kind = DiscountKind.PERCENT;
  private BigDecimal value;
  private DiscountScope scope = DiscountScope.RECURRING;
  private String priceCode;
  private int fromMonth = 1;
  private Integer months;
  private DiscountCondition condition = DiscountCondition.ALWAYS;
  private BigDecimal threshold;
  private String subject;

  static DiscountLine of(Discount discount) {
    DiscountLine line = new DiscountLine();
    line.code = discount.code();
    line.nameEn = discount.nameEn();
    line.namePl = discount.namePl();
    line.kind = discount.kind();
    line.value = discount.value();
    line.scope = discount.scope();
    line.priceCode = discount.priceCode();
    line.fromMonth = discount.fromMonth();
    line.months = discount.months();
    line.condition = discount.condition();
    line.threshold = discount.threshold();
    line.subject = discount.subject();
    return line;
  }

  Discount design() {
    return new Discount(
        code == null ? "" : code.strip(),
        nameEn == null ? "" : nameEn,
        namePl == null ? "" : namePl,
        kind,
        value,
        scope,
        priceCode == null || priceCode.isBlank() ? null : priceCode.strip(),
        fromMonth,
        months,
        condition,
        isCounting() ? threshold : null,
        condition.hasSubject() ? subject : null);
  }

  public boolean isPercent() {
    return kind == DiscountKind.PERCENT;
  }

  public boolean isCounting() {
    return condition.hasThreshold();
  }

  public boolean isPromoted() {
    return condition == DiscountCondition.PROMOTION;
  }

  public boolean isHeldWith() {
    return condition == DiscountCondition.HELD_WITH;
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

  public DiscountKind getKind() {
    return kind;
  }

  public void setKind(DiscountKind kind) {
    this.kind = kind;
  }

  public BigDecimal getValue() {
    return value;
  }

  public void setValue(BigDecimal value) {
    this.value = value;
  }

  public DiscountScope getScope() {
    return scope;
  }

  public void setScope(DiscountScope scope) {
    this.scope = scope;
  }

  public String getPriceCode() {
    return priceCode;
  }

  public void setPriceCode(String priceCode) {
    this.priceCode = priceCode;
  }

  public int getFromMonth() {
    return fromMonth;
  }

  public void setFromMonth(int fromMonth) {
    this.fromMonth = fromMonth;
  }

  public Integer getMonths() {
    return months;
  }

  public void setMonths(Integer months) {
    this.months = months;
  }

  public DiscountCondition getCondition() {
    return condition;
  }

  public void setCondition(DiscountCondition condition) {
    this.condition = condition;
  }

  public BigDecimal getThreshold() {
    return threshold;
  }

  public void setThreshold(BigDecimal threshold) {
    this.threshold = threshold;
  }

  public String getSubject() {
    return subject;
  }

  public void setSubject(String subject) {
    this.subject = subject;
  }
}
