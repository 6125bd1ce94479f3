package com.asta.billing.rules;

import com.asta.common.Period;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What a bill item was made of; enough to explain it and to find the records behind it. */
public sealed interface Origin {

  /**
   * A price of a subscribed phase.
   *
   * @param nominal the full period the price is for; null for a one-time fee
   */
  record Phase(ChargeKey key, long offerVersionId, String serviceId, Period nominal)
      implements Origin {}

  /** Rated usage of one kind under one tariff version. */
  record Usage(
      long subscriptionId,
      String serviceId,
      String chargeCode,
      long tariffVersionId,
      String unit,
      BigDecimal quantity,
      long events)
      implements Origin {}

  /** A charge a person or the dunning entered. */
  record Manual(long chargeId, String code, LocalDate chargedOn) implements Origin {}

  /**
   * A discount of the item above it.
   *
   * @param of what is reduced
   * @param code the discount's code in its offer version
   * @param percent null for an absolute discount
   */
  record Discounted(Origin of, long offerVersionId, String code, BigDecimal percent)
      implements Origin {}

  /** A deposit that is given back. */
  record Deposit(
      long depositId, long subscriptionId, String serviceId, long offerVersionId, String code)
      implements Origin {}
}
