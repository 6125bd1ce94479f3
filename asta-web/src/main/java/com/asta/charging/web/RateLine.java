package com.asta.charging.web;

import com.asta.charging.rules.Rate;
import com.asta.charging.rules.RateColumn;
import com.asta.charging.rules.RateText;
import com.asta.charging.rules.ServiceKind;
import com.asta.charging.rules.SheetFault;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** One rate in the grid, as texts; {@code cells} are keyed by the names of the columns. */
public class RateLine implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Integer position;
  private final Map<String, String> shown;
  private final Map<String, String> cells;
  private final Map<String, SheetFault> faults = new HashMap<>();
  private final int steps;
  private final int tiers;
  private boolean removed;

  RateLine(int position, Rate rate) {
    this.position = position;
    this.shown = texts(RateText.write(rate));
    this.cells = new HashMap<>(shown);
    this.steps = rate.steps().size();
    this.tiers = rate.tiers() == null ? 0 : rate.tiers().tiers().size();
  }

  /** An empty line for a new rate. */
  RateLine(ServiceKind service) {
    this.position = null;
    this.shown =
        Map.of(
            RateColumn.SERVICE.title(), service.name(),
            RateColumn.VAT.title(), RateText.VAT_CATEGORIES.get(0));
    this.cells = new HashMap<>(shown);
    this.steps = 1;
    this.tiers = 0;
  }

  /** The rate as it is typed now; null, and faults, if it cannot be read. */
  Rate read(long row, List<SheetFault> all) {
    Map<RateColumn, String> typed = new EnumMap<>(RateColumn.class);
    for (RateColumn column : RateColumn.values()) {
      typed.put(column, cells.get(column.title()));
    }
    List<SheetFault> own = new ArrayList<>();
    Rate rate = RateText.read(row, typed, own);
    faults.clear();
    own.forEach(fault -> faults.putIfAbsent(fault.column(), fault));
    all.addAll(own);
    return rate;
  }

  boolean isTouched() {
    return Stream.of(RateColumn.values())
        .map(RateColumn::title)
        .anyMatch(title -> !typed(title).equals(shown.getOrDefault(title, "")));
  }

  private String typed(String title) {
    return Objects.requireNonNullElse(cells.get(title), "");
  }

  private static Map<String, String> texts(Map<RateColumn, String> columns) {
    Map<String, String> texts = new HashMap<>();
    columns.forEach((column, text) -> texts.put(column.title(), text));
    return texts;
  }

  /** Its place in the tariff; null while it is new. */
  public Integer getPosition() {
    return position;
  }

  public Map<String, String> getCells() {
    return cells;
  }

  public Map<String, SheetFault> getFaults() {
    return faults;
  }

  /** Steps after the first. */
  public int getMoreSteps() {
    return Math.max(0, steps - 1);
  }

  public int getTiers() {
    return tiers;
  }

  public boolean isRemoved() {
    return removed;
  }

  public void setRemoved(boolean removed) {
    this.removed = removed;
  }
}
