package com.asta.charging.web;

import com.asta.charging.rules.Allowance;
import com.asta.charging.rules.Discount;
import com.asta.charging.rules.FairUse;
import com.asta.charging.rules.TariffContent;
import com.asta.charging.rules.Zone;
import com.asta.charging.service.TariffNames;
import java.util.List;
import java.util.function.Function;

/** What the codes in an explanation are called, in a published version or in a draft. */
interface PartNames {
  String zone(String code);

  String allowance(String code);

  String discount(String code);

  String fairUse(String code);

  /** Names of a published version. */
  static PartNames of(TariffNames names, long versionId, boolean polish) {
    return new PartNames() {
      @Override
      public String zone(String code) {
        return names.zone(versionId, code, polish);
      }

      @Override
      public String allowance(String code) {
        return names.allowance(versionId, code, polish);
      }

      @Override
      public String discount(String code) {
        return names.discount(versionId, code, polish);
      }

      @Override
      public String fairUse(String code) {
        return names.fairUse(versionId, code, polish);
      }
    };
  }

  /** Names of a version that is at hand, such as a draft. */
  static PartNames of(TariffContent content, boolean polish) {
    return new PartNames() {
      @Override
      public String zone(String code) {
        return name(content.zones(), Zone::code, polish ? Zone::namePl : Zone::nameEn, code);
      }

      @Override
      public String allowance(String code) {
        return name(
            content.allowances(),
            Allowance::code,
            polish ? Allowance::namePl : Allowance::nameEn,
            code);
      }

      @Override
      public String discount(String code) {
        return name(
            content.discounts(),
            Discount::code,
            polish ? Discount::namePl : Discount::nameEn,
            code);
      }

      @Override
      public String fairUse(String code) {
        return name(
            content.fairUses(), FairUse::code, polish ? FairUse::namePl : FairUse::nameEn, code);
      }
    };
  }

  private static <T> String name(
      List<T> parts, Function<T, String> code, Function<T, String> name, String wanted) {
    return parts.stream()
        .filter(part -> code.apply(part).equals(wanted))
        .findFirst()
        .map(name)
        .orElse(wanted);
  }
}
