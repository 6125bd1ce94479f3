package com.asta.billing.rules;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * What an invoice prints of a tax rate.
 *
 * @param percent 23 for 23 %
 * @param label as printed: {@code 23%}, {@code zw.}; unique for percent and treatment
 * @param reason why there is no tax; null where there is
 */
public record VatRate(BigDecimal percent, String label, VatTreatment treatment, Texts reason) {
  public VatRate {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(treatment, "treatment");
    if (percent.signum() < 0) {
      throw new IllegalArgumentException("A tax rate is not negative: " + percent);
    }
    if (treatment.needsReason() && reason == null) {
      throw new IllegalArgumentException(
          "Rate " + label + " has no tax and no reason: " + treatment);
    }
    if (treatment != VatTreatment.STANDARD && percent.signum() != 0) {
      throw new IllegalArgumentException(treatment + " has no tax, not " + percent + " %");
    }
  }
}
