package com.asta.charging.service;

import com.asta.charging.rules.Allowance;
import com.asta.charging.rules.CompiledTariff;
import com.asta.charging.rules.Discount;
import com.asta.charging.rules.FairUse;
import com.asta.charging.rules.Rate;
import com.asta.charging.rules.Zone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the codes in totals and explanations are called, from the running snapshot of tariffs. */
@ApplicationScoped
public class TariffNames {
  @Inject private TariffSnapshots tariffs;

  /** Name of a zone; its code if the version is not published. */
  public String zone(long tariffVersionId, String code, boolean polish) {
    return name(
        tariffVersionId,
        tariff -> tariff.content().zones().stream(),
        zone -> zone.code().equals(code),
        polish ? Zone::namePl : Zone::nameEn,
        code);
  }

  /** Name of an allowance; its code if the version is not published. */
  public String allowance(long tariffVersionId, String code, boolean polish) {
    return name(
        tariffVersionId,
        tariff -> tariff.content().allowances().stream(),
        allowance -> allowance.code().equals(code),
        polish ? Allowance::namePl : Allowance::nameEn,
        code);
  }

  /** Name of a discount; its code if the version is not published. */
  public String discount(long tariffVersionId, String code, boolean polish) {
    return name(
        tariffVersionId,
        tariff -> tariff.content().discounts().stream(),
        discount -> discount.code().equals(code),
        polish ? Discount::namePl : Discount::nameEn,
        code);
  }

  /** Name of a rule of fair use; its code if the version is not published. */
  public String fairUse(long tariffVersionId, String code, boolean polish) {
    return name(
        tariffVersionId,
        tariff -> tariff.content().fairUses().stream(),
        rule -> rule.code().equals(code),
        polish ? FairUse::namePl : FairUse::nameEn,
        code);
  }

  /** Name of a charge; its code if the version is not published. */
  public String charge(long tariffVersionId, String code, boolean polish) {
    return name(
        tariffVersionId,
        tariff -> tariff.content().rates().stream(),
        rate -> rate.code().equals(code),
        polish ? Rate::namePl : Rate::nameEn,
        code);
  }

  /** Code and version of a tariff: {@code MOBILE-S v1}. */
  public String version(long tariffVersionId) {
    return tariffs
        .current()
        .version(tariffVersionId)
        .map(tariff -> tariff.code() + " v" + tariff.version())
        .orElse(String.valueOf(tariffVersionId));
  }

  private <T> String name(
      long versionId,
      Function<CompiledTariff, Stream<T>> parts,
      Predicate<T> wanted,
      Function<T, String> name,
      String code) {
    return tariffs
        .current()
        .version(versionId)
        .flatMap(tariff -> parts.apply(tariff).filter(wanted).findFirst())
        .map(name)
        .orElse(code);
  }
}
