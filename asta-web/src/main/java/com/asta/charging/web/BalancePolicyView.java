package com.asta.charging.web;

import com.asta.charging.rules.AccountLifecycle;
import com.asta.charging.rules.AccountLifecycle.Validity;
import com.asta.charging.rules.BalancePolicy;
import com.asta.charging.rules.BalanceTransfer;
import com.asta.charging.service.BalancePolicyService;
import com.asta.common.service.OperatorProfile;
import com.asta.common.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The operator's rules of accounts. */
@Named
@ViewScoped
public class BalancePolicyView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int SPARE_LINES = 2;

  /** A line of the table of validities; an empty one is left out. */
  public static class ValidityLine implements Serializable {
    private static final long serialVersionUID = 1L;

    private BigDecimal from;
    private Integer days;

    public BigDecimal getFrom() {
      return from;
    }

    public void setFrom(BigDecimal from) {
      this.from = from;
    }

    public Integer getDays() {
      return days;
    }

    public void setDays(Integer days) {
      this.days = days;
    }
  }

  @Inject private BalancePolicyService policies;
  @Inject private OperatorProfile profile;

  private final List<ValidityLine> validities = new ArrayList<>();
  private int firstDays;
  private int graceDays;
  private int barredDays;
  private BigDecimal minimum;
  private BigDecimal maximum;
  private BigDecimal dailyLimit;
  private BigDecimal fee;
  private BigDecimal adjustmentLimit;
  private int pinTries;
  private int pinMinutes;
  private String thresholds;
  private String currency;

  public void load() {
    BalancePolicy policy = policies.policy();
    firstDays = policy.lifecycle().firstDays();
    graceDays = policy.lifecycle().graceDays();
    barredDays = policy.lifecycle().barredDays();
    validities.clear();
    for (Validity each : policy.lifecycle().validities()) {
      ValidityLine line = new ValidityLine();
      line.setFrom(each.from());
      line.setDays(each.days());
      validities.add(line);
    }
    for (int i = 0; i < SPARE_LINES; i++) {
      validities.add(new ValidityLine());
    }
    minimum = policy.transfers().minimum();
    maximum = policy.transfers().maximum();
    dailyLimit = policy.transfers().dailyLimit();
    fee = policy.transfers().fee();
    adjustmentLimit = policy.adjustmentLimit();
    pinTries = policy.pinTries();
    pinMinutes = policy.pinMinutes();
    currency = profile.operator().currency();
    thresholds =
        String.join(
            " ",
            policies.thresholds(currency).stream()
                .map(each -> each.stripTrailingZeros().toPlainString())
                .toList());
  }

  public String save() {
    try {
      policies.change(policy());
    } catch (IllegalArgumentException e) {
      Messages.error(null, "charging", "policy.contradiction");
      return null;
    }
    policies.changeThresholds(currency, levels());
    Messages.done("charging", "policy.saved");
    return "/charging/balance-policy.xhtml?faces-redirect=true";
  }

  private BalancePolicy policy() {
    List<Validity> lines =
        validities.stream()
            .filter(line -> line.getFrom() != null && line.getDays() != null)
            .map(line -> new Validity(line.getFrom(), line.getDays()))
            .toList();
    return new BalancePolicy(
        new AccountLifecycle.Policy(firstDays, lines, graceDays, barredDays),
        new BalanceTransfer.Policy(minimum, maximum, dailyLimit, fee),
        adjustmentLimit,
        pinTries,
        pinMinutes);
  }

  private TreeSet<BigDecimal> levels() {
    TreeSet<BigDecimal> levels = new TreeSet<>();
    for (String each : thresholds.strip().split("[\\s;]+")) {
      if (!each.isEmpty()) {
        levels.add(new BigDecimal(each.replace(',', '.')));
      }
    }
    return levels;
  }

  public List<ValidityLine> getValidities() {
    return validities;
  }

  public int getFirstDays() {
    return firstDays;
  }

  public void setFirstDays(int firstDays) {
    this.firstDays = firstDays;
  }

  public int getGraceDays() {
    return graceDays;
  }

  public void setGraceDays(int graceDays) {
    this.graceDays = graceDays;
  }

  public int getBarredDays() {
    return barredDays;
  }

  public void setBarredDays(int barredDays) {
    this.barredDays = barredDays;
  }

  public BigDecimal getMinimum() {
    return minimum;
  }

  public void setMinimum(BigDecimal minimum) {
    this.minimum = minimum;
  }

  public BigDecimal getMaximum() {
    return maximum;
  }

  public void setMaximum(BigDecimal maximum) {
    this.maximum = maximum;
  }

  public BigDecimal getDailyLimit() {
    return dailyLimit;
  }

  public void setDailyLimit(BigDecimal dailyLimit) {
    this.dailyLimit = dailyLimit;
  }

  public BigDecimal getFee() {
    return fee;
  }

  public void setFee(BigDecimal fee) {
    this.fee = fee;
  }

  public BigDecimal getAdjustmentLimit() {
    return adjustmentLimit;
  }

  public void setAdjustmentLimit(BigDecimal adjustmentLimit) {
    this.adjustmentLimit = adjustmentLimit;
  }

  public int getPinTries() {
    return pinTries;
  }

  public void setPinTries(int pinTries) {
    this.pinTries = pinTries;
  }

  public int getPinMinutes() {
    return pinMinutes;
  }

  public void setPinMinutes(int pinMinutes) {
    this.pinMinutes = pinMinutes;
  }

  /** Levels below which customers are warned, separated by blanks. */
  public String getThresholds() {
    return thresholds;
  }

  public void setThresholds(String thresholds) {
    this.thresholds = thresholds == null ? "" : thresholds;
  }

  public String getCurrency() {
    return currency;
  }
}
