package com.asta.marketing.web;

import com.asta.common.service.Json;
import com.asta.marketing.rules.QuestionKind;
import com.asta.marketing.service.QuestionResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws the answers to one question as bars, as JSON for Chart.js. */
final class SurveyChart {
  private static final String BAR = "#5c6bc0";
  private static final String GOOD = "#3d9a62";
  private static final String MIDDLE = "#b7a04a";
  private static final String POOR = "#cf5b52";
  private static final int PROMOTER = 9;
  private static final int PASSIVE = 7;

  private SurveyChart() {}

  static String json(QuestionResult result, List<String> labels, boolean dark) {
    String ink = dark ? "#a6aec2" : "#565e72";
    String line = dark ? "#353b4d" : "#dfe3ec";
    boolean choices = result.question().kind().hasChoices();
    Map<String, Object> axis =
        Map.of(
            "ticks", Map.of("color", ink, "precision", 0),
            "grid", Map.of("color", line),
            "beginAtZero", true);
    Map<String, Object> plain =
        Map.of("ticks", Map.of("color", ink), "grid", Map.of("display", false));
    Map<String, Object> options =
        Map.of(
            "indexAxis",
            choices ? "y" : "x",
            "animation",
            false,
            "responsive",
            true,
            "maintainAspectRatio",
            false,
            "plugins",
            Map.of("legend", Map.of("display", false)),
            "scales",
            choices ? Map.of("x", axis, "y", plain) : Map.of("x", plain, "y", axis));
    Map<String, Object> bars =
        Map.of(
            "data",
            new ArrayList<>(result.counts().values()),
            "backgroundColor",
            colours(result),
            "maxBarThickness",
            38);
    return Json.write(
        Map.of(
            "type",
            "bar",
            "data",
            Map.of("labels", labels, "datasets", List.of(bars)),
            "options",
            options));
  }

  private static List<String> colours(QuestionResult result) {
    return result.counts().keySet().stream()
        .map(
            given -> {
              if (result.question().kind() != QuestionKind.NPS) {
                return BAR;
              }
              return given >= PROMOTER ? GOOD : given >= PASSIVE ? MIDDLE : POOR;
            })
        .toList();
  }
}
