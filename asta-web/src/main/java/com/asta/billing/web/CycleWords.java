package com.asta.billing.web;

import com.asta.billing.rules.BillCycle;
import com.asta.billing.rules.CycleFrequency;
import com.asta.common.web.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Says in plain words how often an account is billed. */
@Named
@ApplicationScoped
public class CycleWords {
  private static final int LONGEST_MONTH = 31;
  private static final int WEEK = 7;

  /** The cycle in one sentence without its full stop. */
  public String of(BillCycle cycle) {
    return Messages.text(
        FacesContext.getCurrentInstance(),
        "billing",
        "cycle.words." + cycle.frequency(),
        cycle.day(),
        weekday(cycle),
        month(Month.of(cycle.month())));
  }

  /** The days a cycle can have, with their labels first. */
  public Map<String, Integer> days(CycleFrequency frequency) {
    Map<String, Integer> days = new LinkedHashMap<>();
    if (frequency == CycleFrequency.WEEKLY) {
      for (DayOfWeek day : DayOfWeek.values()) {
        days.put(day.getDisplayName(TextStyle.FULL_STANDALONE, locale()), day.getValue());
      }
      return days;
    }
    IntStream.rangeClosed(1, LONGEST_MONTH).forEach(day -> days.put(Integer.toString(day), day));
    return days;
  }

  /** The months in which a period can begin, with their labels first. */
  public Map<String, Integer> months(CycleFrequency frequency) {
    Map<String, Integer> months = new LinkedHashMap<>();
    for (int month = 1; month <= Math.max(1, frequency.months()); month++) {
      List<String> names =
          IntStream.iterate(month, m -> m <= Month.values().length, m -> m + frequency.months())
              .mapToObj(m -> month(Month.of(m)))
              .toList();
      months.put(String.join(", ", names), month);
    }
    return months;
  }

  private static String weekday(BillCycle cycle) {
    return cycle.day() > WEEK
        ? ""
        : DayOfWeek.of(cycle.day()).getDisplayName(TextStyle.FULL_STANDALONE, locale());
  }

  private static String month(Month month) {
    return month.getDisplayName(TextStyle.FULL_STANDALONE, locale());
  }

  private static Locale locale() {
    return FacesContext.getCurrentInstance().getViewRoot().getLocale();
  }
}
