package com.asta.charging.web;

import com.asta.charging.rules.Difference;
import com.asta.charging.rules.Difference.FieldChange;
import com.asta.charging.rules.PrefixChange;
import com.asta.charging.rules.Rate;
import com.asta.charging.rules.RateColumn;
import com.asta.charging.rules.TariffComparison;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Says in the person's language what two versions say differently. */
@Named
@ApplicationScoped
public class ComparisonWords {
  /** Differences on one page. */
  public static final int PAGE = 100;

  /** A line of a comparison: one attribute of one thing. */
  public record Line(
      Difference.Kind kind,
      String section,
      String subject,
      String where,
      String field,
      String before,
      String after,
      String percent,
      boolean dearer) {}

  /** The differences of a page as lines; a thing that came or went is one line. */
  public List<Line> lines(TariffComparison comparison, int first) {
    List<Line> lines = new ArrayList<>();
    comparison.differences().stream()
        .skip(first)
        .limit(PAGE)
        .forEach(difference -> lines(difference, lines));
    return lines;
  }

  private void lines(Difference difference, List<Line> lines) {
    if (difference.kind() == Difference.Kind.CHANGED) {
      difference.fields().forEach(field -> lines.add(line(difference, field)));
      return;
    }
    boolean added = difference.kind() == Difference.Kind.ADDED;
    String summary = summary(difference, added);
    lines.add(
        new Line(
            difference.kind(),
            section(difference),
            difference.code(),
            where(difference.rate()),
            "",
            added ? "" : summary,
            added ? summary : "",
            "",
            false));
  }

  private Line line(Difference difference, FieldChange field) {
    return new Line(
        difference.kind(),
        section(difference),
        difference.code(),
        where(difference.rate()),
        words("column." + field.field(), field.field()),
        value(field.before()),
        value(field.after()),
        TariffWords.signed(field.percent()),
        field.percent() != null && field.percent().signum() > 0);
  }

  private static String summary(Difference difference, boolean added) {
    List<String> values = new ArrayList<>();
    for (FieldChange field : difference.fields()) {
      String value = added ? field.after() : field.before();
      boolean named = field.field().startsWith("name") || isKey(field.field());
      if (!value.isEmpty() && !named) {
        values.add(value(value));
      }
    }
    return String.join(" · ", values);
  }

  private static boolean isKey(String field) {
    return List.of("charge", "service", "zone", "hours").contains(field)
        && Arrays.stream(RateColumn.values()).anyMatch(column -> column.title().equals(field));
  }

  private static String section(Difference difference) {
    return TariffWords.text("section." + difference.section());
  }

  private static String where(Rate rate) {
    if (rate == null) {
      return "";
    }
    String zone = rate.zone() == null ? TariffWords.text("tariff.zone.any") : rate.zone();
    String band = rate.band() == null ? "" : " · " + rate.band();
    return TariffWords.text("service." + rate.service()) + " · " + zone + band;
  }

  private static String value(String value) {
    return value.isEmpty() ? "–" : words("value." + value, value);
  }

  private static String words(String key, String otherwise) {
    String text = TariffWords.text(key);
    return text.equals(key) ? otherwise : text;
  }

  /** How many differences are of a kind. */
  public long count(TariffComparison comparison, String kind) {
    return comparison.differences().stream()
        .filter(each -> each.kind().name().equals(kind))
        .count();
  }

  /** Moved prefixes of a page. */
  public List<PrefixChange> prefixes(TariffComparison comparison, int first) {
    return comparison.prefixes().stream().skip(first).limit(PAGE).toList();
  }

  /** Names of the columns of a rate table. */
  public List<String> getColumns() {
    return Arrays.stream(RateColumn.values()).map(RateColumn::title).toList();
  }

  /** What stands in a column. */
  public String meaning(String column) {
    return TariffWords.text("meaning." + column);
  }
}
