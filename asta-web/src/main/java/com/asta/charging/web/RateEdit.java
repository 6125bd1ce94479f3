package com.asta.charging.web;

import com.asta.charging.rules.Rate;
import com.asta.charging.rules.Step;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The prices of one rate while a draft is edited: connect fee and first step. */
public class RateEdit implements Serializable {
  private static final long serialVersionUID = 1L;

  private final transient Rate rate;
  private BigDecimal connectFee;
  private BigDecimal price;
  private long per;
  private long increment;

  RateEdit(Rate rate) {
    this.rate = rate;
    this.connectFee = rate.connectFee();
    if (!rate.steps().isEmpty()) {
      Step first = rate.steps().get(0);
      this.price = first.price();
      this.per = first.per();
      this.increment = first.increment();
    }
  }

  /** The rate with what was typed. */
  Rate edited() {
    List<Step> steps = new ArrayList<>(rate.steps());
    if (!steps.isEmpty()) {
      steps.set(0, new Step(0, price, per, increment));
    }
    return new Rate(
        rate.code(),
        rate.service(),
        rate.zone(),
        rate.band(),
        rate.nameEn(),
        rate.namePl(),
        connectFee,
        steps,
        rate.tiers(),
        rate.minimum(),
        rate.maximum(),
        rate.vatCategory());
  }

  public Rate getRate() {
    return rate;
  }

  public BigDecimal getConnectFee() {
    return connectFee;
  }

  public void setConnectFee(BigDecimal connectFee) {
    this.connectFee = connectFee;
  }

  public BigDecimal getPrice() {
    return price;
  }

  public void setPrice(BigDecimal price) {
    this.price = price;
  }

  public long getPer() {
    return per;
  }

  public void setPer(long per) {
    this.per = per;
  }

  public long getIncrement() {
    return increment;
  }

  public void setIncrement(long increment) {
    this.increment = increment;
  }
}
