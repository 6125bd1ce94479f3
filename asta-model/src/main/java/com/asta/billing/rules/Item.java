package com.asta.billing.rules;

import com.asta.common.Money;
import com.asta.common.Period;
import java.util.Objects;

/**
 * One position of a bill.
 *
 * @param period the days of service
 * @param unitPrice net price of the whole nominal period, or the amount itself; of a discount in
 *     per cent the amount it is taken of, of an absolute one its amount
 * @param net exact, at up to 12 decimals; negative for a credit
 */
public record Item(
    ItemKind kind,
    Origin origin,
    Period period,
    Money unitPrice,
    Money net,
    String vatCategory,
    Texts texts) {
  public Item {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(period, "period");
    Objects.requireNonNull(net, "net");
    Objects.requireNonNull(vatCategory, "vatCategory");
  }
}
