package com.asta.billing.web;

import com.asta.common.Money;
import com.asta.common.service.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A chart that leads from one amount to another by the steps between them. */
final class Waterfall {
  private static final String WHOLE = "#5f6fc9";
  private static final String MORE = "#c96a1b";
  private static final String LESS = "#2e8b62";

  /** One step up or down. */
  record Step(String label, Money change) {}

  private Waterfall() {}

  static String json(String fromLabel, Money from, List<Step> steps, String toLabel) {
    List<String> labels = new ArrayList<>();
    List<List<BigDecimal>> bars = new ArrayList<>();
    List<String> colours = new ArrayList<>();
    add(labels, bars, colours, fromLabel, BigDecimal.ZERO, from.amount(), WHOLE);
    Money level = from;
    for (Step step : steps) {
      Money next = level.plus(step.change());
      String colour = step.change().isNegative() ? LESS : MORE;
      add(labels, bars, colours, step.label(), level.amount(), next.amount(), colour);
      level = next;
    }
    add(labels, bars, colours, toLabel, BigDecimal.ZERO, level.amount(), WHOLE);
    return Json.write(chart(labels, bars, colours));
  }

  private static void add(
      List<String> labels,
      List<List<BigDecimal>> bars,
      List<String> colours,
      String label,
      BigDecimal low,
      BigDecimal high,
      String colour) {
    labels.add(label);
    bars.add(List.of(low, high));
    colours.add(colour);
  }

  private static Map<String, Object> chart(
      List<String> labels, List<List<BigDecimal>> bars, List<String> colours) {
    Map<String, Object> data =
        Map.of("data", bars, "backgroundColor", colours, "borderRadius", 3, "maxBarThickness", 64);
    return Map.of(
        "type",
        "bar",
        "data",
        Map.of("labels", labels, "datasets", List.of(data)),
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
                "x", Map.of("grid", Map.of("display", false)), "y", Map.of("beginAtZero", true))));
  }
}
