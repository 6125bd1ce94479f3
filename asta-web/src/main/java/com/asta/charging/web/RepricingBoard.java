package com.asta.charging.web;

import com.asta.charging.service.RepricingSpread;
import com.asta.common.service.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The distribution of changes among customers as a chart. */
final class RepricingBoard {
  private static final String WINS = "#2e7d5b";
  private static final String SAME = "#90a4ae";
  private static final String LOSES = "#c0504d";

  private RepricingBoard() {}

  /** Bars from the greatest fall to the greatest rise, in the words of Chart.js. */
  static String chart(RepricingSpread spread) {
    int falls = RepricingSpread.LIMITS.size() + 1;
    List<String> colours =
        Stream.of(
                Stream.generate(() -> WINS).limit(falls),
                Stream.of(SAME),
                Stream.generate(() -> LOSES).limit(falls))
            .flatMap(each -> each)
            .toList();
    Map<String, Object> bars =
        Map.of("data", spread.counts(), "backgroundColor", colours, "borderRadius", 2);
    Map<String, Object> scales =
        Map.of(
            "x",
            Map.of("grid", Map.of("display", false)),
            "y",
            Map.of("beginAtZero", true, "ticks", Map.of("precision", 0)));
    Map<String, Object> options =
        Map.of(
            "maintainAspectRatio",
            false,
            "animation",
            false,
            "plugins",
            Map.of("legend", Map.of("display", false)),
            "scales",
            scales);
    Map<String, Object> content = Map.of("labels", labels(), "datasets", List.of(bars));
    return Json.write(Map.of("type", "bar", "data", content, "options", options));
  }

  /** Percent: {@code < −50}, {@code −50…−20}, …, {@code 0}, …, {@code > 50}. */
  private static List<String> labels() {
    List<Integer> limits = RepricingSpread.LIMITS;
    int greatest = limits.get(limits.size() - 1);
    List<String> labels = new ArrayList<>();
    labels.add("< −" + greatest + " %");
    for (int i = limits.size() - 1; i >= 0; i--) {
      labels.add("−" + limits.get(i) + "…" + (i == 0 ? "0" : "−" + limits.get(i - 1)));
    }
    labels.add("0");
    for (int i = 0; i < limits.size(); i++) {
      labels.add((i == 0 ? "0" : limits.get(i - 1)) + "…" + limits.get(i));
    }
    labels.add("> " + greatest + " %");
    return labels;
  }
}
