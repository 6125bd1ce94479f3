package com.asta.charging.rules;

import com.asta.charging.rules.SheetFault.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rate table of a tariff as a CSV file; {@link RateColumn} names its columns. */
public final class RateSheet {
  private static final List<String> REQUIRED =
      List.of(RateColumn.CHARGE.title(), RateColumn.SERVICE.title());

  private RateSheet() {}

  /** A file that reads back as the same rates. */
  public static String write(List<Rate> rates) {
    return CsvTable.write(
        RateColumn.titles(),
        rates.stream().map(rate -> List.copyOf(RateText.write(rate).values())).toList());
  }

  /** Reads a file; a service, zone and hours may have one rate only. */
  public static Sheet<Rate> read(String text) {
    List<SheetFault> faults = CsvTable.faults();
    List<Rate> rates = new ArrayList<>();
    Map<List<Object>, Long> lines = new HashMap<>();
    for (CsvTable.Line line : CsvTable.read(text, RateColumn.titles(), REQUIRED, faults)) {
      Map<RateColumn, String> cells = new EnumMap<>(RateColumn.class);
      for (RateColumn column : RateColumn.values()) {
        cells.put(column, line.cell(column.title()));
      }
      Rate rate = RateText.read(line.number(), cells, faults);
      if (rate != null) {
        Long before = lines.putIfAbsent(key(rate), line.number());
        if (before != null) {
          faults.add(new SheetFault(line.number(), "", Problem.SAME_ROW_TWICE, before.toString()));
        }
        rates.add(rate);
      }
    }
    return new Sheet<>(rates, faults);
  }

  /** The given rates with those of a file put in their places, or behind when they are new. */
  public static List<Rate> merged(List<Rate> rates, List<Rate> changes) {
    Map<List<Object>, Rate> byKey = new HashMap<>();
    changes.forEach(change -> byKey.put(key(change), change));
    List<Rate> merged = new ArrayList<>();
    for (Rate rate : rates) {
      Rate change = byKey.remove(key(rate));
      merged.add(change == null ? rate : change);
    }
    changes.stream().filter(change -> byKey.get(key(change)) == change).forEach(merged::add);
    return merged;
  }

  /** What makes a rate the same one in another version: its service, zone and hours. */
  static List<Object> key(Rate rate) {
    return Arrays.asList(rate.service(), rate.zone(), rate.band());
  }
}
