package com.asta.charging.rules;

import com.asta.charging.rules.SheetFault.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A rate as a row of texts, as people see and write it; the grid on the screen, files and
 * comparisons all read and write this. What is written reads back as the same rate.
 */
public final class RateText {
  /** Categories of value-added tax that a rate may have. */
  public static final List<String> VAT_CATEGORIES = List.of("STANDARD", "REDUCED", "EXEMPT");

  private static final Pattern PRICE = Pattern.compile("[0-9]{1,9}([.,][0-9]{1,12})?");
  private static final int LONGEST_NAME = 120;
  private static final String NEXT = " | ";
  private static final String INNER = " / ";

  private final long line;
  private final Map<RateColumn, String> cells;
  private final List<SheetFault> faults;

  private RateText(long line, Map<RateColumn, String> cells, List<SheetFault> faults) {
    this.line = line;
    this.cells = cells;
    this.faults = faults;
  }

  /** The row of a rate; no column is missing. */
  public static Map<RateColumn, String> write(Rate rate) {
    Map<RateColumn, String> cells = new EnumMap<>(RateColumn.class);
    for (RateColumn column : RateColumn.values()) {
      cells.put(column, "");
    }
    ServiceKind service = rate.service();
    cells.put(RateColumn.CHARGE, rate.code());
    cells.put(RateColumn.SERVICE, service.name());
    cells.put(RateColumn.ZONE, orNothing(rate.zone()));
    cells.put(RateColumn.HOURS, orNothing(rate.band()));
    cells.put(RateColumn.NAME_EN, rate.nameEn());
    cells.put(RateColumn.NAME_PL, rate.namePl());
    cells.put(RateColumn.CONNECT_FEE, rate.connectFee().toPlainString());
    if (!rate.steps().isEmpty()) {
      Step first = rate.steps().get(0);
      cells.put(RateColumn.PRICE, first.price().toPlainString());
      cells.put(RateColumn.PER, UnitText.write(service, first.per()));
      cells.put(RateColumn.INCREMENT, UnitText.write(service, first.increment()));
      cells.put(
          RateColumn.MORE_STEPS,
          rate.steps().stream()
              .skip(1)
              .map(step -> step(service, step))
              .collect(Collectors.joining(NEXT)));
    } else {
      cells.put(RateColumn.TIER_METHOD, rate.tiers().method().name());
      cells.put(RateColumn.TIER_PERIOD, rate.tiers().period().name());
      cells.put(
          RateColumn.TIERS,
          rate.tiers().tiers().stream()
              .map(tier -> UnitText.write(service, tier.size()) + ": " + plain(tier.price()))
              .collect(Collectors.joining(NEXT)));
    }
    cells.put(RateColumn.MINIMUM, plain(rate.minimum()));
    cells.put(RateColumn.MAXIMUM, plain(rate.maximum()));
    cells.put(RateColumn.VAT, rate.vatCategory());
    return cells;
  }

  /**
   * Reads a row.
   *
   * @param line named by the faults
   * @param faults where each wrong cell is added
   * @return the rate, or null when something is wrong with it
   */
  public static Rate read(long line, Map<RateColumn, String> cells, List<SheetFault> faults) {
    List<SheetFault> own = new ArrayList<>();
    Rate rate = new RateText(line, cells, own).rate();
    faults.addAll(own);
    return own.isEmpty() ? rate : null;
  }

  /** A price as people write it, with a comma or a point; null when the text is none. */
  public static BigDecimal price(String text) {
    String bare = text.replaceAll("[ \u00a0\u202f]", "");
    return PRICE.matcher(bare).matches() ? new BigDecimal(bare.replace(',', '.')) : null;
  }

  private Rate rate() {
    String code = code(RateColumn.CHARGE, true);
    ServiceKind service =
        choice(RateColumn.SERVICE, ServiceKind.values(), Problem.UNKNOWN_SERVICE, null);
    String zone = code(RateColumn.ZONE, false);
    String band = code(RateColumn.HOURS, false);
    BigDecimal fee = price(RateColumn.CONNECT_FEE);
    BigDecimal minimum = price(RateColumn.MINIMUM);
    BigDecimal maximum = price(RateColumn.MAXIMUM);
    String nameEn = name(RateColumn.NAME_EN);
    String namePl = name(RateColumn.NAME_PL);
    String vat = vat();
    if (service == null) {
      return null;
    }
    boolean tiered = !cell(RateColumn.TIERS).isEmpty() || !cell(RateColumn.TIER_METHOD).isEmpty();
    if (tiered && !cell(RateColumn.PRICE).isEmpty()) {
      fault(RateColumn.TIERS, Problem.STEPS_AND_TIERS);
    }
    List<Step> steps = tiered ? List.of() : steps(service);
    Tiers tiers = tiered ? tiers(service) : null;
    if (!faults.isEmpty()) {
      return null;
    }
    try {
      return new Rate(
          code, service, zone, band, nameEn, namePl, fee, steps, tiers, minimum, maximum, vat);
    } catch (IllegalArgumentException e) {
      faults.add(new SheetFault(line, "", Problem.NOT_ACCEPTED, e.getMessage()));
      return null;
    }
  }

  private List<Step> steps(ServiceKind service) {
    List<Step> steps = new ArrayList<>();
    if (cell(RateColumn.PRICE).isEmpty()) {
      fault(RateColumn.PRICE, Problem.MISSING);
    }
    BigDecimal price = price(RateColumn.PRICE);
    boolean counted = service == ServiceKind.MESSAGE || service == ServiceKind.UNIT;
    Long per = cell(RateColumn.PER).isEmpty() && counted ? Long.valueOf(1) : per(service);
    Long increment =
        cell(RateColumn.INCREMENT).isEmpty() ? per : quantity(RateColumn.INCREMENT, service);
    if (price != null && per != null && increment != null) {
      steps.add(new Step(0, price, per, increment));
    }
    for (String text : parts(RateColumn.MORE_STEPS)) {
      Step step = furtherStep(service, text, steps);
      if (step == null) {
        fault(RateColumn.MORE_STEPS, Problem.BAD_STEPS);
        return steps;
      }
      steps.add(step);
    }
    return steps;
  }

  private Long per(ServiceKind service) {
    if (cell(RateColumn.PER).isEmpty()) {
      fault(RateColumn.PER, Problem.MISSING);
      return null;
    }
    return quantity(RateColumn.PER, service);
  }

  private static Step furtherStep(ServiceKind service, String text, List<Step> before) {
    String[] halves = text.split(":", 2);
    String[] price = halves.length == 2 ? halves[1].split("/", -1) : new String[0];
    if (price.length != 3) {
      return null;
    }
    OptionalLong start = UnitText.read(service, halves[0]);
    BigDecimal amount = price(price[0].strip());
    OptionalLong per = UnitText.read(service, price[1]);
    OptionalLong increment = UnitText.read(service, price[2]);
    long last = before.isEmpty() ? 0 : before.get(before.size() - 1).start();
    boolean sound =
        amount != null && positive(per) && positive(increment) && start.orElse(0) > last;
    return sound
        ? new Step(start.getAsLong(), amount, per.getAsLong(), increment.getAsLong())
        : null;
  }

  private Tiers tiers(ServiceKind service) {
    Tiering method = choice(RateColumn.TIER_METHOD, Tiering.values(), Problem.UNKNOWN_METHOD, null);
    CounterPeriod period =
        choice(
            RateColumn.TIER_PERIOD,
            CounterPeriod.values(),
            Problem.UNKNOWN_METHOD,
            CounterPeriod.MONTH);
    List<Tier> tiers = new ArrayList<>();
    for (String text : parts(RateColumn.TIERS)) {
      String[] halves = text.split(":", -1);
      OptionalLong size = UnitText.read(service, halves[0]);
      BigDecimal price = halves.length == 2 ? price(halves[1].strip()) : null;
      if (price == null || !positive(size)) {
        fault(RateColumn.TIERS, Problem.BAD_TIERS);
        return null;
      }
      tiers.add(new Tier(size.getAsLong(), price));
    }
    if (tiers.isEmpty()) {
      fault(RateColumn.TIERS, Problem.MISSING);
    }
    return method == null || period == null || tiers.isEmpty()
        ? null
        : new Tiers(method, tiers, period);
  }

  private String code(RateColumn column, boolean required) {
    String code = cell(column).toUpperCase(Locale.ROOT);
    if (code.isEmpty()) {
      if (required) {
        fault(column, Problem.MISSING);
      }
      return null;
    }
    if (!Codes.sound(code)) {
      fault(column, Problem.BAD_CODE);
    }
    return code;
  }

  private String name(RateColumn column) {
    String name = cell(column);
    if (name.length() > LONGEST_NAME) {
      fault(column, Problem.TOO_LONG);
    }
    return name.isEmpty() ? null : name;
  }

  private String vat() {
    String vat = cell(RateColumn.VAT).toUpperCase(Locale.ROOT);
    if (!vat.isEmpty() && !VAT_CATEGORIES.contains(vat)) {
      fault(RateColumn.VAT, Problem.BAD_VAT);
    }
    return vat.isEmpty() ? null : vat;
  }

  private BigDecimal price(RateColumn column) {
    String text = cell(column);
    BigDecimal price = text.isEmpty() ? null : price(text);
    if (price == null && !text.isEmpty()) {
      fault(column, Problem.BAD_PRICE);
    }
    return price;
  }

  private Long quantity(RateColumn column, ServiceKind service) {
    OptionalLong quantity = UnitText.read(service, cell(column));
    if (!positive(quantity)) {
      fault(column, Problem.BAD_QUANTITY);
      return null;
    }
    return quantity.getAsLong();
  }

  private <E extends Enum<E>> E choice(
      RateColumn column, E[] choices, Problem problem, E whenEmpty) {
    String text = cell(column);
    if (text.isEmpty() && whenEmpty != null) {
      return whenEmpty;
    }
    for (E choice : choices) {
      if (choice.name().equalsIgnoreCase(text)) {
        return choice;
      }
    }
    fault(column, text.isEmpty() ? Problem.MISSING : problem);
    return null;
  }

  private List<String> parts(RateColumn column) {
    String text = cell(column);
    return text.isEmpty() ? List.of() : List.of(text.split("\\|", -1));
  }

  private String cell(RateColumn column) {
    String cell = cells.get(column);
    return cell == null ? "" : cell.strip();
  }

  private void fault(RateColumn column, Problem problem) {
    faults.add(new SheetFault(line, column.title(), problem, cell(column)));
  }

  private static String step(ServiceKind service, Step step) {
    Function<Long, String> quantity = units -> UnitText.write(service, units);
    return quantity.apply(step.start())
        + ": "
        + plain(step.price())
        + INNER
        + quantity.apply(step.per())
        + INNER
        + quantity.apply(step.increment());
  }

  private static boolean positive(OptionalLong quantity) {
    return quantity.orElse(0) > 0;
  }

  private static String plain(BigDecimal price) {
    return price == null ? "" : price.toPlainString();
  }

  private static String orNothing(String code) {
    return code == null ? "" : code;
  }
}
