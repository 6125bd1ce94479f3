package com.asta.payments.web;

import com.asta.payments.rules.DunningAction;
import com.asta.payments.rules.DunningLevel;
import java.io.Serializable;
import java.math.BigDecimal;

/** A level of a dunning policy as it is being typed. */
public class TypedLevel implements Serializable {
  private static final long serialVersionUID = 1L;

  private Integer afterDays;
  private BigDecimal minimum;
  private DunningAction action;
  private BigDecimal fee;

  TypedLevel(DunningLevel level) {
    this.afterDays = level.afterDays();
    this.minimum = level.minimum();
    this.action = level.action();
    this.fee = level.fee();
  }

  /** The level as the rules know it; what was left empty counts as zero. */
  DunningLevel level() {
    return new DunningLevel(
        afterDays == null ? 0 : afterDays, orZero(minimum), action, orZero(fee));
  }

  private static BigDecimal orZero(BigDecimal amount) {
    return amount == null ? BigDecimal.ZERO : amount;
  }

  public Integer getAfterDays() {
    return afterDays;
  }

  public void setAfterDays(Integer afterDays) {
    this.afterDays = afterDays;
  }

  public BigDecimal getMinimum() {
    return minimum;
  }

  public void setMinimum(BigDecimal minimum) {
    this.minimum = minimum;
  }

  public DunningAction getAction() {
    return action;
  }

  public void setAction(DunningAction action) {
    this.action = action;
  }

  public BigDecimal getFee() {
    return fee;
  }

  public void setFee(BigDecimal fee) {
    this.fee = fee;
  }
}
