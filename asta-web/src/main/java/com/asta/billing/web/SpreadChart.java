package com.asta.billing.web;

import com.asta.billing.service.BillRunReview;
import com.asta.billing.service.BillRunReview.Bucket;
import com.asta.common.service.Json;
import java.util.List;
import java.util.Map;

/** How many bills changed by how much, as bars; those that stand out have a colour of their own. */
final class SpreadChart {
  private static final String USUAL = "#5f6fc9";
  private static final String OUTLYING = "#c96a1b";

  private SpreadChart() {}

  static String json(BillRunReview review, String label) {
    List<Bucket> spread = review.spread();
    Map<String, Object> data =
        Map.of(
            "label",
            label,
            "data",
            spread.stream().map(Bucket::accounts).toList(),
            "backgroundColor",
            spread.stream().map(each -> each.isOutlying() ? OUTLYING : USUAL).toList(),
            "borderRadius",
            3,
            "maxBarThickness",
            64);
    return Json.write(
        Map.of(
            "type",
            "bar",
            "data",
            Map.of(
                "labels", spread.stream().map(SpreadChart::label).toList(),
                "datasets", List.of(data)),
            "options",
            Map.of(
                "maintainAspectRatio",
                false,
                "animation",
                false,
                "plugins",
                Map.of("legend", Map.of("display", false)),
                "scales",
                Map.of(
                    "x",
                    Map.of("grid", Map.of("display", false)),
                    "y",
                    Map.of("beginAtZero", true, "ticks", Map.of("precision", 0))))));
  }

  /** In signs that all languages share. */
  static String label(Bucket bucket) {
    if (bucket.from() == null) {
      return "≤ " + signed(bucket.to()) + " %";
    }
    return bucket.to() == null
        ? "> " + signed(bucket.from()) + " %"
        : signed(bucket.from()) + " … " + signed(bucket.to()) + " %";
  }

  private static String signed(int percent) {
    return percent > 0 ? "+" + percent : "−" + -percent;
  }
}
