package com.asta.charging.web;

import com.asta.charging.rules.ServiceKind;
import com.asta.charging.service.UsageTotal;
import com.asta.common.Money;
import com.asta.common.service.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A month of usage as pages show it: a line for each charge, a chart for each service. */
public record UsageBoard(List<Line> lines, List<Chart> charts, Money total) {
  /** All usage of one charge code. */
  public record Line(
      String nameEn, String namePl, String unit, BigDecimal quantity, long events, Money rated) {
    Line plus(Line other) {
      return new Line(
          nameEn,
          namePl,
          unit,
          quantity.add(other.quantity),
          events + other.events,
          rated.plus(other.rated));
    }
  }

  /**
   * Usage of one service day by day.
   *
   * @param json a chart in the words of Chart.js
   */
  public record Chart(ServiceKind service, String json) {}

  private static final Map<ServiceKind, BigDecimal> SCALE =
      Map.of(
          ServiceKind.VOICE,
          BigDecimal.valueOf(60),
          ServiceKind.MESSAGE,
          BigDecimal.ONE,
          ServiceKind.DATA,
          BigDecimal.valueOf(1_048_576),
          ServiceKind.UNIT,
          BigDecimal.ONE);

  static UsageBoard of(YearMonth month, Collection<UsageTotal> totals) {
    Map<String, Line> lines = new LinkedHashMap<>();
    Map<ServiceKind, BigDecimal[]> days = new LinkedHashMap<>();
    Money sum = null;
    for (UsageTotal total : totals) {
      Line line =
          new Line(
              total.nameEn(),
              total.namePl(),
              total.unit(),
              total.quantity(),
              total.events(),
              total.rated());
      lines.merge(total.chargeCode(), line, Line::plus);
      sum = sum == null ? total.rated() : sum.plus(total.rated());
      for (ServiceKind kind : ServiceKind.values()) {
        if (kind.unit().equals(total.unit())) {
          add(days, kind, month, total.day(), total.quantity());
        }
      }
    }
    List<Chart> charts = new ArrayList<>();
    days.forEach((kind, values) -> charts.add(new Chart(kind, json(values))));
    return new UsageBoard(List.copyOf(lines.values()), charts, sum);
  }

  private static void add(
      Map<ServiceKind, BigDecimal[]> days,
      ServiceKind kind,
      YearMonth month,
      LocalDate day,
      BigDecimal quantity) {
    BigDecimal[] values = days.computeIfAbsent(kind, k -> new BigDecimal[month.lengthOfMonth()]);
    int index = day.getDayOfMonth() - 1;
    BigDecimal scaled = quantity.divide(SCALE.get(kind), 2, RoundingMode.HALF_UP);
    values[index] = values[index] == null ? scaled : values[index].add(scaled);
  }

  private static String json(BigDecimal[] values) {
    List<String> labels = new ArrayList<>();
    List<BigDecimal> data = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      labels.add(String.valueOf(i + 1));
      data.add(values[i] == null ? BigDecimal.ZERO : values[i]);
    }
    Map<String, Object> bars =
        Map.of("data", data, "backgroundColor", "#5c6bc0", "borderRadius", 2);
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
    Map<String, Object> content = Map.of("labels", labels, "datasets", List.of(bars));
    return Json.write(Map.of("type", "bar", "data", content, "options", options));
  }
}
