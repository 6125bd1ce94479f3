package com.asta.charging.rules;

import com.asta.charging.rules.Difference.FieldChange;
import com.asta.charging.rules.Difference.Kind;
import com.asta.charging.rules.Difference.Section;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What one version of a tariff says otherwise than another.
 *
 * @param prefixes in the order of their digits
 */
public record TariffComparison(List<Difference> differences, List<PrefixChange> prefixes) {
  private static final Set<String> PRICES =
      Set.of(
          RateColumn.CONNECT_FEE.title(),
          RateColumn.PRICE.title(),
          RateColumn.MINIMUM.title(),
          RateColumn.MAXIMUM.title());

  public TariffComparison {
    differences = List.copyOf(differences);
    prefixes = List.copyOf(prefixes);
  }

  /** Compares; the order of zones, rates and allowances does not matter. */
  public static TariffComparison of(TariffContent before, TariffContent after) {
    List<Difference> found = new ArrayList<>();
    settings(before, after, found);
    parts(Section.ZONES, before.zones(), after.zones(), Zone::code, TariffComparison::names, found);
    parts(
        Section.HOURS,
        byCode(before.bands()),
        byCode(after.bands()),
        TariffComparison::code,
        TariffComparison::hours,
        found);
    rates(before.rates(), after.rates(), found);
    parts(
        Section.ALLOWANCES,
        before.allowances(),
        after.allowances(),
        Allowance::code,
        each -> AttributeText.of(each, each.service()),
        found);
    parts(
        Section.DISCOUNTS,
        before.discounts(),
        after.discounts(),
        Discount::code,
        each -> AttributeText.of(each, countedIn(each)),
        found);
    parts(
        Section.FAIR_USE,
        before.fairUses(),
        after.fairUses(),
        FairUse::code,
        each -> AttributeText.of(each, each.service()),
        found);
    return new TariffComparison(found, prefixes(before.zones(), after.zones()));
  }

  public boolean same() {
    return differences.isEmpty() && prefixes.isEmpty();
  }

  /** Differences of one kind in one section. */
  public long count(Section section, Kind kind) {
    return differences.stream()
        .filter(each -> each.section() == section && each.kind() == kind)
        .count();
  }

  /** Prefixes that were added, removed, or moved to another zone ({@code CHANGED}). */
  public long countPrefixes(Kind kind) {
    return prefixes.stream().filter(each -> each.kind() == kind).count();
  }

  private static void settings(TariffContent before, TariffContent after, List<Difference> found) {
    List<FieldChange> fields = changes(attributes(before), attributes(after));
    if (!fields.isEmpty()) {
      found.add(new Difference(Section.SETTINGS, Kind.CHANGED, "", null, fields));
    }
  }

  private static Map<String, String> attributes(TariffContent content) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("currency", content.currency());
    attributes.putAll(AttributeText.of(content.rounding(), null));
    attributes.putAll(AttributeText.of(content.holidays(), null));
    return attributes;
  }

  private static void rates(List<Rate> before, List<Rate> after, List<Difference> found) {
    Map<List<Object>, Rate> olds = new LinkedHashMap<>();
    before.forEach(rate -> olds.putIfAbsent(RateSheet.key(rate), rate));
    Set<List<Object>> seen = new LinkedHashSet<>();
    for (Rate rate : after) {
      if (seen.add(RateSheet.key(rate))) {
        rate(olds.remove(RateSheet.key(rate)), rate, found);
      }
    }
    olds.values().forEach(rate -> rate(rate, null, found));
  }

  private static void rate(Rate before, Rate after, List<Difference> found) {
    Rate shown = after == null ? before : after;
    List<FieldChange> fields =
        changes(columns(before), columns(after)).stream()
            .map(field -> withPercent(field, before, after))
            .toList();
    if (!fields.isEmpty()) {
      found.add(new Difference(Section.RATES, kind(before, after), shown.code(), shown, fields));
    }
  }

  private static Map<String, String> columns(Rate rate) {
    Map<String, String> columns = new LinkedHashMap<>();
    if (rate != null) {
      RateText.write(rate).forEach((column, text) -> columns.put(column.title(), text));
    }
    return columns;
  }

  private static FieldChange withPercent(FieldChange field, Rate before, Rate after) {
    BigDecimal old = RateText.price(field.before());
    BigDecimal now = RateText.price(field.after());
    if (!PRICES.contains(field.field()) || old == null || now == null) {
      return field;
    }
    if (field.field().equals(RateColumn.PRICE.title())) {
      // Dearer or cheaper is said of the same quantity.
      old = old.multiply(BigDecimal.valueOf(after.steps().get(0).per()));
      now = now.multiply(BigDecimal.valueOf(before.steps().get(0).per()));
    }
    return new FieldChange(field.field(), field.before(), field.after(), percent(old, now));
  }

  private static <T> void parts(
      Section section,
      List<T> before,
      List<T> after,
      Function<T, String> code,
      Function<T, Map<String, String>> attributes,
      List<Difference> found) {
    Map<String, T> olds = new LinkedHashMap<>();
    before.forEach(part -> olds.putIfAbsent(code.apply(part), part));
    Set<String> seen = new LinkedHashSet<>();
    for (T part : after) {
      if (seen.add(code.apply(part))) {
        T old = olds.remove(code.apply(part));
        Map<String, String> was = old == null ? Map.of() : attributes.apply(old);
        part(section, code.apply(part), was, attributes.apply(part), found);
      }
    }
    olds.forEach((name, part) -> part(section, name, attributes.apply(part), Map.of(), found));
  }

  private static void part(
      Section section,
      String code,
      Map<String, String> before,
      Map<String, String> after,
      List<Difference> found) {
    List<FieldChange> fields = changes(before, after);
    if (!fields.isEmpty()) {
      Kind kind = kind(before.isEmpty() ? null : before, after.isEmpty() ? null : after);
      found.add(new Difference(section, kind, code, null, fields));
    }
  }

  private static Kind kind(Object before, Object after) {
    if (before == null) {
      return Kind.ADDED;
    }
    return after == null ? Kind.REMOVED : Kind.CHANGED;
  }

  private static List<FieldChange> changes(Map<String, String> before, Map<String, String> after) {
    Set<String> names = new LinkedHashSet<>(before.keySet());
    names.addAll(after.keySet());
    List<FieldChange> changes = new ArrayList<>();
    for (String name : names) {
      String old = before.getOrDefault(name, "");
      String now = after.getOrDefault(name, "");
      if (!old.equals(now) && !sameNumber(old, now)) {
        changes.add(new FieldChange(name, old, now, null));
      }
    }
    return changes;
  }

  private static boolean sameNumber(String old, String now) {
    BigDecimal one = RateText.price(old);
    BigDecimal other = RateText.price(now);
    return one != null && other != null && one.compareTo(other) == 0;
  }

  private static BigDecimal percent(BigDecimal before, BigDecimal after) {
    if (before.signum() == 0) {
      return null;
    }
    return after
        .subtract(before)
        .multiply(BigDecimal.valueOf(100))
        .divide(before, 1, RoundingMode.HALF_UP);
  }

  private static Map<String, String> names(Zone zone) {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("nameEn", zone.nameEn());
    names.put("namePl", zone.namePl());
    return names;
  }

  private static List<List<TimeBand>> byCode(List<TimeBand> bands) {
    return List.copyOf(
        bands.stream()
            .collect(Collectors.groupingBy(TimeBand::code, LinkedHashMap::new, Collectors.toList()))
            .values());
  }

  private static String code(List<TimeBand> bands) {
    return bands.get(0).code();
  }

  private static Map<String, String> hours(List<TimeBand> bands) {
    return Map.of(
        "hours", bands.stream().map(BandText::write).sorted().collect(Collectors.joining(" | ")));
  }

  private static ServiceKind countedIn(Discount discount) {
    return discount.counted() == Discount.Counted.UNITS ? discount.service() : null;
  }

  private static List<PrefixChange> prefixes(List<Zone> before, List<Zone> after) {
    Map<String, String> olds = owners(before);
    List<PrefixChange> changes = new ArrayList<>();
    owners(after)
        .forEach(
            (prefix, zone) -> {
              String old = olds.remove(prefix);
              if (!zone.equals(old)) {
                changes.add(new PrefixChange(prefix, old, zone));
              }
            });
    olds.forEach((prefix, zone) -> changes.add(new PrefixChange(prefix, zone, null)));
    changes.sort(Comparator.comparing(PrefixChange::prefix));
    return changes;
  }

  private static Map<String, String> owners(List<Zone> zones) {
    Map<String, String> owners = new HashMap<>();
    for (Zone zone : zones) {
      zone.prefixes().forEach(prefix -> owners.putIfAbsent(prefix, zone.code()));
    }
    return owners;
  }

  /** How many differences each section has; sections without any are missing. */
  public Map<Section, Long> counts() {
    return differences.stream()
        .collect(
            Collectors.groupingBy(
                Difference::section, () -> new EnumMap<>(Section.class), Collectors.counting()));
  }
}
