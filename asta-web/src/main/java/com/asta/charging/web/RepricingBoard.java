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

  private static List<String> labels() {
    List<String> rises = new ArrayList<>();
    int before = 0;
    for (int limit : RepricingSpread.LIMITS) {
      rises.add(before + "–" + limit + " %");
      before = limit;
    }
    rises.add("> " + before + " %");
    List<String> labels = new ArrayList<>();
    for (int i = rises.size() - 1; i >= 0; i--) {
      labels.add(i == rises.size() - 1 ? "< −" + before + " %" : "−(" + rises.get(i) + ")");
    }
    labels.add("0");
    rises.forEach(
        rise -> labels.add(rise.startsWith(">") ? rise.replace("> ", "> +") : "+" + rise));
    return labels;
  }
}
