package com.asta.products.rules;

import com.asta.products.rules.OfferDesign.DesignedPrice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares two versions of an offer field by field, prices by code, members by offer. */
public final class VersionComparison {

  private VersionComparison() {}

  /** The differences from the older to the newer version; empty when they say the same. */
  public static List<VersionDifference> differences(OfferDesign older, OfferDesign newer) {
    List<VersionDifference> found = new ArrayList<>();
    add(found, "nameEn", "", older.nameEn(), newer.nameEn());
    add(found, "namePl", "", older.namePl(), newer.namePl());
    add(found, "descriptionEn", "", older.descriptionEn(), newer.descriptionEn());
    add(found, "descriptionPl", "", older.descriptionPl(), newer.descriptionPl());
    add(found, "prepaid", "", older.prepaid(), newer.prepaid());
    add(found, "validFrom", "", older.validFrom(), newer.validFrom());
    add(found, "validTo", "", older.validTo(), newer.validTo());
    each(
        found,
        "price",
        byKey(older.prices(), DesignedPrice::code),
        byKey(newer.prices(), DesignedPrice::code),
        VersionComparison::text);
    each(
        found,
        "discount",
        byKey(older.discounts(), Discount::code),
        byKey(newer.discounts(), Discount::code),
        VersionComparison::text);
    each(
        found,
        "member",
        byKey(older.members(), BundleMember::code),
        byKey(newer.members(), BundleMember::code),
        VersionComparison::text);
    return found;
  }

  private static <T> void each(
      List<VersionDifference> found,
      String field,
      Map<String, T> older,
      Map<String, T> newer,
      Function<T, String> text) {
    Stream.concat(older.keySet().stream(), newer.keySet().stream())
        .distinct()
        .forEach(
            key -> {
              T before = older.get(key);
              T after = newer.get(key);
              add(
                  found,
                  field,
                  key,
                  before == null ? null : text.apply(before),
                  after == null ? null : text.apply(after));
            });
  }

  private static <T> Map<String, T> byKey(List<T> values, Function<T, String> key) {
    return values.stream()
        .collect(
            Collectors.toMap(key, value -> value, (first, second) -> first, LinkedHashMap::new));
  }

  private static String text(DesignedPrice price) {
    String value =
        price.kind() == PriceKind.USAGE
            ? price.tariffCode()
            : price.amount() == null
                ? ""
                : price.amount().stripTrailingZeros().toPlainString() + " " + price.currency();
    String text =
        String.join(
            " · ", price.kind().name(), String.valueOf(value), String.valueOf(price.vatCategory()));
    boolean plain =
        price.recurrence() == Recurrence.MONTHLY && price.proration() == Proration.DAILY;
    if (price.kind().recurs() && !plain) {
      text += " · " + price.recurrence() + " · " + price.proration();
    }
    return price.termMonths() == null ? text : text + " · " + price.termMonths() + " M";
  }

  private static String text(Discount discount) {
    List<String> parts = new ArrayList<>();
    parts.add(number(discount.value()) + (discount.kind() == DiscountKind.PERCENT ? " %" : ""));
    parts.add(
        discount.priceCode() == null
            ? discount.scope().name()
            : discount.scope() + " " + discount.priceCode());
    parts.add(
        discount.fromMonth()
            + "–"
            + (discount.months() == null ? "" : discount.fromMonth() + discount.months() - 1)
            + " M");
    parts.add(
        Stream.of(discount.condition().name(), discount.subject(), number(discount.threshold()))
            .filter(part -> part != null && !part.isEmpty())
            .collect(Collectors.joining(" ")));
    return String.join(" · ", parts);
  }

  private static String number(BigDecimal value) {
    return value == null ? "" : value.stripTrailingZeros().toPlainString();
  }

  private static String text(BundleMember member) {
    return member.min() + "–" + member.max() + " (" + member.byDefault() + ")";
  }

  private static void add(
      List<VersionDifference> found, String field, String subject, Object before, Object after) {
    if (!Objects.equals(before, after)) {
      found.add(new VersionDifference(field, subject, text(before), text(after)));
    }
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }
}
