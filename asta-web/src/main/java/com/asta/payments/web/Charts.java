package com.asta.payments.web;

import com.asta.common.Money;
import com.asta.common.service.Json;
import jakarta.faces.context.FacesContext;
import java.util.List;
import java.util.Map;

/** Bar charts of amounts as Chart.js JSON. */
final class Charts {
  private Charts() {}

  static String bars(List<String> labels, List<Money> amounts, List<String> colours) {
    return Json.write(
        Map.of(
            "type",
            "bar",
            "data",
            Map.of(
                "labels",
                labels,
                "datasets",
                List.of(
                    Map.of(
                        "data",
                        amounts.stream().map(Money::amount).toList(),
                        "backgroundColor",
                        colours,
                        "borderRadius",
                        4,
                        "maxBarThickness",
                        56))),
            "options",
            Map.of(
                "locale",
                FacesContext.getCurrentInstance().getViewRoot().getLocale().toLanguageTag(),
                "maintainAspectRatio",
                false,
                "animation",
                false,
                "plugins",
                Map.of("legend", Map.of("display", false)),
                "scales",
                Map.of(
                    "x", Map.of("grid", Map.of("display", false)),
                    "y", Map.of("beginAtZero", true)))));
  }
}
