package com.asta.charging.web;

import com.asta.charging.rules.CounterPeriod;
import com.asta.charging.rules.Rate;
import com.asta.charging.rules.RateColumn;
import com.asta.charging.rules.RateEdits;
import com.asta.charging.rules.RateText;
import com.asta.charging.rules.ServiceKind;
import com.asta.charging.rules.SheetFault;
import com.asta.charging.rules.Tiering;
import com.asta.common.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One rate with everything it can have: names, steps or tiers, limits, VAT. */
@Named
@ViewScoped
public class TariffRateView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private TariffDesk desk;

  private Integer row;
  private RateLine line;
  private boolean tiered;
  private final List<StepLine> steps = new ArrayList<>();
  private final List<StepLine> tiers = new ArrayList<>();
  private List<SheetFault> faults = List.of();

  /** View action: the rate of the address, or an empty one. */
  public void load() {
    desk.load();
    List<Rate> rates = desk.getContent().rates();
    boolean known = row != null && row >= 0 && row < rates.size();
    row = known ? row : null;
    line = known ? new RateLine(row, rates.get(row)) : new RateLine(ServiceKind.VOICE);
    tiered = line.getTiers() > 0;
    steps.clear();
    tiers.clear();
    steps.add(new StepLine("0", cell(RateColumn.PRICE), per(), cell(RateColumn.INCREMENT)));
    parts(RateColumn.MORE_STEPS).map(StepLine::of).forEach(steps::add);
    parts(RateColumn.TIERS).map(StepLine::of).forEach(tiers::add);
    if (tiers.isEmpty()) {
      tiers.add(new StepLine("", "", null, null));
    }
  }

  public void addStep() {
    StepLine last = steps.get(steps.size() - 1);
    steps.add(new StepLine("", "", last.getPer(), last.getIncrement()));
  }

  public void addTier() {
    tiers.add(new StepLine("", "", null, null));
  }

  public void removeStep(StepLine step) {
    steps.remove(step);
  }

  public void removeTier(StepLine tier) {
    tiers.remove(tier);
  }

  /** Keeps the rate, or says what is wrong with it. */
  public String save() {
    gather();
    List<SheetFault> wrong = new ArrayList<>();
    Rate rate = line.read(row == null ? 1 : row + 1L, wrong);
    faults = wrong;
    if (rate == null) {
      Messages.error(null, "charging", "sheet.wrong", wrong.size());
      return null;
    }
    RateEdits edits =
        row == null
            ? new RateEdits(Map.of(), Set.of(), List.of(rate))
            : new RateEdits(Map.of(row, rate), Set.of(), List.of());
    return desk.change(
        content -> content.withRates(edits.apply(content.rates())),
        "tariff-rates",
        row == null ? "" : "&first=" + row / 25 * 25);
  }

  private void gather() {
    Map<String, String> cells = line.getCells();
    StepLine first = steps.get(0);
    cells.put(RateColumn.PRICE.title(), tiered ? "" : first.getPrice());
    cells.put(RateColumn.PER.title(), tiered ? "" : first.getPer());
    cells.put(RateColumn.INCREMENT.title(), tiered ? "" : first.getIncrement());
    cells.put(
        RateColumn.MORE_STEPS.title(),
        tiered
            ? ""
            : steps.stream().skip(1).map(StepLine::step).collect(Collectors.joining(" | ")));
    cells.put(
        RateColumn.TIERS.title(),
        tiered ? tiers.stream().map(StepLine::tier).collect(Collectors.joining(" | ")) : "");
    if (!tiered) {
      cells.put(RateColumn.TIER_METHOD.title(), "");
      cells.put(RateColumn.TIER_PERIOD.title(), "");
    }
  }

  private String per() {
    String per = cell(RateColumn.PER);
    return per.isEmpty() ? "1 min" : per;
  }

  private String cell(RateColumn column) {
    String cell = line.getCells().get(column.title());
    return cell == null ? "" : cell;
  }

  private Stream<String> parts(RateColumn column) {
    String cell = cell(column);
    return cell.isEmpty() ? Stream.of() : Stream.of(cell.split("\\|"));
  }

  /** The input that a fault is about. */
  public String inputOf(SheetFault fault) {
    return "rate:" + fault.column();
  }

  public RateLine getLine() {
    return line;
  }

  public List<StepLine> getSteps() {
    return steps;
  }

  public List<StepLine> getTiers() {
    return tiers;
  }

  public Tiering[] getMethods() {
    return Tiering.values();
  }

  public CounterPeriod[] getPeriods() {
    return CounterPeriod.values();
  }

  public List<String> getVatCategories() {
    return RateText.VAT_CATEGORIES;
  }

  public List<SheetFault> getFaults() {
    return faults;
  }

  public boolean isTiered() {
    return tiered;
  }

  public void setTiered(boolean tiered) {
    this.tiered = tiered;
  }

  public Integer getRow() {
    return row;
  }

  public void setRow(Integer row) {
    this.row = row;
  }
}
