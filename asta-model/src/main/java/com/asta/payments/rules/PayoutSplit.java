package com.asta.payments.rules;

import com.asta.common.Money;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a provider paid out: the payments it collected less the refunds it paid, less its fee.
 *
 * @param gross collected less refunded
 * @param net what arrived in the bank account
 */
public record PayoutSplit(Money gross, Money net) {
  private static final BigDecimal HIGHEST_SHARE = new BigDecimal("0.10");

  /** The fee kept by the provider; negative if more arrived than was collected. */
  public Money fee() {
    return gross.minus(net);
  }

  /** Whether the fee can be one: not negative, at most a tenth. */
  public boolean isPlausible() {
    return gross.isPositive()
        && net.isPositive()
        && !fee().isNegative()
        && fee().compareTo(gross.times(HIGHEST_SHARE)) <= 0;
  }

  /** The split if it is plausible. */
  public Optional<PayoutSplit> ifPlausible() {
    return isPlausible() ? Optional.of(this) : Optional.empty();
  }
}
