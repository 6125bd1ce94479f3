package com.asta.charging.rules;

import com.asta.charging.rules.SheetFault.Problem;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Hours, allowances, discounts and fair use as forms of texts; reads what {@link #write} writes.
 * Each reading answers null, and adds what is wrong, when the form cannot be read.
 */
public final class SchemeText {
  private static final int MOST_PERIODS = 60;
  private static final int MOST_DAYS = 3660;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Makes the record once its texts are sound. */
  private interface Maker<T> {
    T make();
  }

  private SchemeText() {}

  /** An allowance as a form. */
  public static Map<String, String> write(Allowance allowance) {
    return AttributeText.coded(allowance.code(), allowance, allowance.service());
  }

  /** A discount as a form; its levels as {@code 0: 5 | 100 min: 10}. */
  public static Map<String, String> write(Discount discount) {
    ServiceKind service = unitOf(discount.service(), discount.counted());
    Map<String, String> form = AttributeText.coded(discount.code(), discount, service);
    List<String> levels = new ArrayList<>();
    for (Discount.Level level : discount.levels()) {
      levels.add(UnitText.write(service, level.from()) + ": " + level.percent().toPlainString());
    }
    form.put("levels", String.join(" | ", levels));
    return form;
  }

  /** A fair-use rule as a form; the price beyond in cells of its own. */
  public static Map<String, String> write(FairUse fairUse) {
    Map<String, String> form = AttributeText.coded(fairUse.code(), fairUse, fairUse.service());
    Step beyond = fairUse.beyond();
    form.remove("beyond");
    form.put("price", beyond == null ? "" : beyond.price().toPlainString());
    form.put("per", beyond == null ? "" : UnitText.write(fairUse.service(), beyond.per()));
    form.put(
        "increment", beyond == null ? "" : UnitText.write(fairUse.service(), beyond.increment()));
    return form;
  }

  /** Reads an allowance. */
  public static Allowance allowance(Map<String, String> form, List<SheetFault> faults) {
    Cells cells = new Cells(form, faults);
    ServiceKind service = cells.choice("service", ServiceKind.values(), ServiceKind.VOICE);
    String code = cells.code("code");
    long units = cells.quantity("units", service);
    long increment = cells.text("increment").isEmpty() ? 1 : cells.quantity("increment", service);
    Integer rollOver = cells.count("rollOver", MOST_PERIODS);
    Integer validDays = cells.count("validDays", MOST_DAYS);
    CounterPeriod period = cells.choice("period", CounterPeriod.values(), CounterPeriod.MONTH);
    var validFrom = cells.date("validFrom");
    Set<String> zones = cells.codes("zones");
    String nameEn = cells.name("nameEn");
    String namePl = cells.name("namePl");
    return made(
        faults,
        () ->
            new Allowance(
                code, nameEn, namePl, service, zones, units, increment, period, rollOver, validDays,
                validFrom));
  }

  /** Reads a discount. */
  public static Discount discount(Map<String, String> form, List<SheetFault> faults) {
    Cells cells = new Cells(form, faults);
    ServiceKind service = cells.choice("service", ServiceKind.values(), null);
    Discount.Counted counted =
        cells.choice(
            "counted",
            Discount.Counted.values(),
            service == null ? Discount.Counted.EVENTS : Discount.Counted.UNITS);
    String code = cells.code("code");
    CounterPeriod period = cells.choice("period", CounterPeriod.values(), CounterPeriod.MONTH);
    Set<String> zones = cells.codes("zones");
    String nameEn = cells.name("nameEn");
    String namePl = cells.name("namePl");
    List<Discount.Level> levels = levels(cells, unitOf(service, counted));
    return made(
        faults, () -> new Discount(code, nameEn, namePl, service, zones, period, counted, levels));
  }

  /** Reads a fair-use rule. */
  public static FairUse fairUse(Map<String, String> form, List<SheetFault> faults) {
    Cells cells = new Cells(form, faults);
    ServiceKind service = cells.choice("service", ServiceKind.values(), ServiceKind.VOICE);
    String code = cells.code("code");
    CounterPeriod period = cells.choice("period", CounterPeriod.values(), CounterPeriod.MONTH);
    Set<String> zones = cells.codes("zones");
    long threshold = cells.quantity("threshold", service);
    BigDecimal price = cells.price("price");
    long per = price == null ? 1 : cells.quantity("per", service);
    long increment =
        price == null || cells.text("increment").isEmpty()
            ? per
            : cells.quantity("increment", service);
    String nameEn = cells.name("nameEn");
    String namePl = cells.name("namePl");
    return made(
        faults,
        () ->
            new FairUse(
                code,
                nameEn,
                namePl,
                service,
                zones,
                period,
                threshold,
                price == null ? null : new Step(0, price, per, increment)));
  }

  /**
   * Reads hours.
   *
   * @param days weekdays that were ticked
   */
  public static TimeBand band(
      Map<String, String> form, Set<DayOfWeek> days, List<SheetFault> faults) {
    Cells cells = new Cells(form, faults);
    String code = cells.code("code");
    LocalTime from = time(cells, "from");
    LocalTime to = time(cells, "to");
    OnHolidays onHolidays = cells.choice("onHolidays", OnHolidays.values(), OnHolidays.AS_WEEKDAY);
    if (days.isEmpty() && onHolidays != OnHolidays.INCLUDED) {
      cells.fault("days", Problem.MISSING);
    }
    if (from != null && to != null && !to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
      cells.fault("to", Problem.BAD_TIME);
    }
    Set<DayOfWeek> ticked = days.isEmpty() ? EnumSet.noneOf(DayOfWeek.class) : EnumSet.copyOf(days);
    return made(faults, () -> new TimeBand(code, ticked, from, to, onHolidays));
  }

  private static LocalTime time(Cells cells, String name) {
    String text = cells.text(name);
    try {
      return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
    } catch (DateTimeException e) {
      cells.fault(name, text.isEmpty() ? Problem.MISSING : Problem.BAD_TIME);
      return null;
    }
  }

  private static List<Discount.Level> levels(Cells cells, ServiceKind service) {
    List<Discount.Level> levels = new ArrayList<>();
    for (String text : cells.text("levels").split("\\|")) {
      String[] halves = text.split(":", -1);
      OptionalLong from = UnitText.read(service, halves[0]);
      BigDecimal percent = halves.length == 2 ? RateText.price(halves[1].strip()) : null;
      if (from.isEmpty() || percent == null || percent.compareTo(HUNDRED) > 0) {
        cells.fault("levels", Problem.BAD_LEVELS);
        return List.of();
      }
      levels.add(new Discount.Level(from.getAsLong(), percent));
    }
    return levels;
  }

  private static ServiceKind unitOf(ServiceKind service, Discount.Counted counted) {
    return counted == Discount.Counted.EVENTS || service == null ? ServiceKind.UNIT : service;
  }

  private static <T> T made(List<SheetFault> faults, Maker<T> maker) {
    if (!faults.isEmpty()) {
      return null;
    }
    try {
      return maker.make();
    } catch (IllegalArgumentException e) {
      faults.add(new SheetFault(1, "", Problem.NOT_ACCEPTED, e.getMessage()));
      return null;
    }
  }
}
