package com.asta.billing.service;

import com.asta.billing.rules.Origin;
import com.asta.common.Period;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The columns that say what a bill item was made of; what does not apply is null. */
record ItemSource(
    Long subscriptionId,
    LocalDate phaseFrom,
    Long priceId,
    Long offerVersionId,
    String serviceId,
    String chargeCode,
    Long tariffVersionId,
    Long manualChargeId,
    Period nominal,
    BigDecimal quantity,
    String unit,
    Long events,
    BigDecimal discountPercent,
    Long depositId) {

  static ItemSource of(Origin origin) {
    if (origin instanceof Origin.Phase phase) {
      return phase(phase);
    }
    if (origin instanceof Origin.Usage usage) {
      return usage(usage);
    }
    if (origin instanceof Origin.Manual manual) {
      return manual(manual);
    }
    if (origin instanceof Origin.Deposit deposit) {
      return deposit(deposit);
    }
    return discounted((Origin.Discounted) origin);
  }

  private static ItemSource phase(Origin.Phase phase) {
    return new ItemSource(
        phase.key().subscriptionId(),
        phase.key().phaseFrom(),
        phase.key().priceId(),
        phase.offerVersionId(),
        phase.serviceId(),
        null,
        null,
        null,
        phase.nominal(),
        null,
        null,
        null,
        null,
        null);
  }

  private static ItemSource usage(Origin.Usage usage) {
    return new ItemSource(
        usage.subscriptionId(),
        null,
        null,
        null,
        usage.serviceId(),
        usage.chargeCode(),
        usage.tariffVersionId(),
        null,
        null,
        usage.quantity(),
        usage.unit(),
        usage.events(),
        null,
        null);
  }

  private static ItemSource manual(Origin.Manual manual) {
    return new ItemSource(
        null,
        null,
        null,
        null,
        null,
        manual.code(),
        null,
        manual.chargeId(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static ItemSource deposit(Origin.Deposit deposit) {
    return new ItemSource(
        deposit.subscriptionId(),
        null,
        null,
        deposit.offerVersionId(),
        deposit.serviceId(),
        deposit.code(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        deposit.depositId());
  }

  /** A discount belongs to the service that it reduces, and is no price of its own. */
  private static ItemSource discounted(Origin.Discounted discounted) {
    Origin.Phase phase = discounted.of() instanceof Origin.Phase of ? of : null;
    Origin.Usage usage = discounted.of() instanceof Origin.Usage of ? of : null;
    Long subscription = phase == null ? null : Long.valueOf(phase.key().subscriptionId());
    String service = phase == null ? null : phase.serviceId();
    return new ItemSource(
        usage == null ? subscription : Long.valueOf(usage.subscriptionId()),
        phase == null ? null : phase.key().phaseFrom(),
        null,
        discounted.offerVersionId(),
        usage == null ? service : usage.serviceId(),
        discounted.code(),
        null,
        null,
        null,
        null,
        null,
        null,
        discounted.percent(),
        null);
  }
}
