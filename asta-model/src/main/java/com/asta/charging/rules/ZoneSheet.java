package com.asta.charging.rules;

import com.asta.charging.rules.SheetFault.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The zones of a tariff as a CSV file: a line a prefix, the names of a zone on any of its lines.
 */
public final class ZoneSheet {
  private static final String ZONE = "zone";
  private static final String NAME_EN = "name_en";
  private static final String NAME_PL = "name_pl";
  private static final String PREFIX = "prefix";
  private static final List<String> COLUMNS = List.of(ZONE, NAME_EN, NAME_PL, PREFIX);
  private static final int LONGEST_NAME = 120;

  private static final class Draft {
    private final String code;
    private final List<String> prefixes = new ArrayList<>();
    private String nameEn;
    private String namePl;

    private Draft(String code) {
      this.code = code;
    }

    private Zone zone() {
      return new Zone(code, nameEn, namePl, prefixes);
    }
  }

  private ZoneSheet() {}

  /** A file that reads back as the same zones. */
  public static String write(List<Zone> zones) {
    List<List<String>> lines = new ArrayList<>();
    for (Zone zone : zones) {
      if (zone.prefixes().isEmpty()) {
        lines.add(List.of(zone.code(), zone.nameEn(), zone.namePl(), ""));
      }
      for (String prefix : zone.prefixes()) {
        lines.add(List.of(zone.code(), zone.nameEn(), zone.namePl(), prefix));
      }
    }
    return CsvTable.write(COLUMNS, lines);
  }

  /** Reads a file; a prefix belongs to one zone, and a cell may hold several of one zone. */
  public static Sheet<Zone> read(String text) {
    List<SheetFault> faults = CsvTable.faults();
    Map<String, Draft> zones = new LinkedHashMap<>();
    Map<String, Long> owners = new HashMap<>();
    for (CsvTable.Line line : CsvTable.read(text, COLUMNS, List.of(ZONE, PREFIX), faults)) {
      String code = line.cell(ZONE).toUpperCase(Locale.ROOT);
      if (!Codes.sound(code)) {
        Problem problem = code.isEmpty() ? Problem.MISSING : Problem.BAD_CODE;
        faults.add(new SheetFault(line.number(), ZONE, problem, code));
        continue;
      }
      Draft zone = zones.computeIfAbsent(code, Draft::new);
      zone.nameEn = name(zone.nameEn, line, NAME_EN, faults);
      zone.namePl = name(zone.namePl, line, NAME_PL, faults);
      prefixes(zone, line, owners, faults);
    }
    return new Sheet<>(zones.values().stream().map(Draft::zone).toList(), faults);
  }

  /** The given zones with those of a file put in their places, or behind when they are new. */
  public static List<Zone> merged(List<Zone> zones, List<Zone> changes) {
    Map<String, Zone> byCode = new LinkedHashMap<>();
    zones.forEach(zone -> byCode.put(zone.code(), zone));
    changes.forEach(zone -> byCode.put(zone.code(), zone));
    return List.copyOf(byCode.values());
  }

  private static String name(
      String before, CsvTable.Line line, String column, List<SheetFault> faults) {
    String name = line.cell(column);
    if (name.length() > LONGEST_NAME) {
      faults.add(new SheetFault(line.number(), column, Problem.TOO_LONG, name));
      return before;
    }
    return before == null && !name.isEmpty() ? name : before;
  }

  private static void prefixes(
      Draft zone, CsvTable.Line line, Map<String, Long> owners, List<SheetFault> faults) {
    PrefixText read = PrefixText.read(line.cell(PREFIX));
    read.wrong()
        .forEach(
            each -> faults.add(new SheetFault(line.number(), PREFIX, Problem.BAD_PREFIX, each)));
    for (String prefix : read.prefixes()) {
      Long before = owners.putIfAbsent(prefix, line.number());
      if (before == null) {
        zone.prefixes.add(prefix);
      } else {
        faults.add(
            new SheetFault(
                line.number(), PREFIX, Problem.SAME_PREFIX_TWICE, prefix + " (" + before + ")"));
      }
    }
  }
}
