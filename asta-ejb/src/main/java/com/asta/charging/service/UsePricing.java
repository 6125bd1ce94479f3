package com.asta.charging.service;

import com.asta.charging.rules.CompiledTariff;
import com.asta.charging.rules.CounterId;
import com.asta.charging.rules.Counters;
import com.asta.charging.rules.Rater;
import com.asta.charging.rules.Rating;
import com.asta.charging.rules.ServiceKind;
import com.asta.charging.rules.SessionGroup;
import com.asta.charging.rules.UsageEvent;
import com.asta.charging.service.ChargingAnswer.Reason;
import com.asta.common.OperatorZone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A use of an account with the tariff that prices it; or why there is no price.
 *
 * @param reason null when there is a tariff
 */
record UsePricing(
    CompiledTariff tariff,
    ServiceKind service,
    String destination,
    Instant at,
    LocalDate subscribedOn,
    Reason reason,
    String detail) {
  /** The use that a request names. */
  static UsePricing of(
      TariffSnapshot tariffs,
      LaneAccount account,
      ServiceKind service,
      String destination,
      Instant at,
      LocalDate day) {
    Optional<CompiledTariff> tariff = tariffs.on(account.tariffCode(), day);
    if (tariff.isEmpty()) {
      return none(Reason.NO_TARIFF, account.tariffCode());
    }
    String digits = destination == null ? null : HomeNetwork.digits(destination);
    if (destination != null && digits == null) {
      return none(Reason.UNRATED_DESTINATION, destination);
    }
    return new UsePricing(tariff.get(), service, digits, at, account.openedOn(), null, null);
  }

  static UsePricing of(
      TariffSnapshot tariffs,
      LaneAccount account,
      ChargingRequest request,
      Instant now,
      LocalDate today) {
    Instant at = request.at() == null ? now : request.at();
    LocalDate day = request.at() == null ? today : OperatorZone.dayOf(at);
    return of(tariffs, account, request.service(), request.destination(), at, day);
  }

  /** The use of a session's group, under the version that it began with. */
  static UsePricing running(TariffSnapshot tariffs, LaneAccount account, SessionGroup group) {
    return tariffs
        .version(group.versionId())
        .map(
            tariff ->
                new UsePricing(
                    tariff,
                    group.service(),
                    group.destination(),
                    group.since(),
                    account.openedOn(),
                    null,
                    null))
        .orElseGet(() -> none(Reason.NO_TARIFF, account.tariffCode()));
  }

  /** A use that was charged, under the version that priced it, as of another moment. */
  static UsePricing of(
      TariffSnapshot tariffs, ChargingBooks.Entry charged, LaneAccount account, Instant at) {
    CompiledTariff tariff =
        tariffs
            .version(charged.tariffVersionId())
            .orElseThrow(
                () -> new IllegalStateException("No version " + charged.tariffVersionId()));
    return new UsePricing(
        tariff, charged.service(), charged.destination(), at, account.openedOn(), null, null);
  }

  private static UsePricing none(Reason reason, String detail) {
    return new UsePricing(null, null, null, null, null, reason, detail);
  }

  /** The price of so many units, of which buckets can pay some. */
  Rating price(long units, long paidUnits, Counters counters) {
    return Rater.rate(tariff, event(units), counters, paidUnits);
  }

  List<CounterId> counterIds() {
    return tariff.counterIds(event(1));
  }

  private UsageEvent event(long units) {
    return new UsageEvent(service, at, destination, units, subscribedOn);
  }
}
