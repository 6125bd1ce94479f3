package com.asta.charging.web;

import com.asta.charging.rules.SchemeText;
import com.asta.charging.rules.SheetFault;
import com.asta.charging.rules.TimeBand;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hours in the grid, as they are typed and ticked. */
public class BandLine implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<String, String> cells = new HashMap<>();
  private final Map<String, Boolean> days = new LinkedHashMap<>();
  private final Map<String, SheetFault> faults = new HashMap<>();
  private boolean removed;

  /** An empty line. */
  BandLine() {
    cells.put("onHolidays", "AS_WEEKDAY");
  }

  BandLine(TimeBand band) {
    cells.put("code", band.code());
    cells.put("from", band.from().toString());
    cells.put("to", band.to().equals(LocalTime.MIDNIGHT) ? "24:00" : band.to().toString());
    cells.put("onHolidays", band.onHolidays().name());
    band.days().forEach(day -> days.put(day.name(), true));
  }

  /** The hours as they are typed now; null, and faults, if they cannot be read. */
  TimeBand read(int row, List<SheetFault> all) {
    EnumSet<DayOfWeek> ticked = EnumSet.noneOf(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (Boolean.TRUE.equals(days.get(day.name()))) {
        ticked.add(day);
      }
    }
    List<SheetFault> own = new ArrayList<>();
    TimeBand band = SchemeText.band(cells, ticked, own);
    faults.clear();
    for (SheetFault fault : own) {
      faults.put(fault.column(), fault);
      all.add(new SheetFault(row, fault.column(), fault.problem(), fault.value()));
    }
    return band;
  }

  /** True while nothing was typed into an added line. */
  boolean isBlank() {
    return cells.getOrDefault("code", null) == null && cells.get("from") == null;
  }

  public Map<String, String> getCells() {
    return cells;
  }

  public Map<String, Boolean> getDays() {
    return days;
  }

  public Map<String, SheetFault> getFaults() {
    return faults;
  }

  public boolean isRemoved() {
    return removed;
  }

  public void setRemoved(boolean removed) {
    this.removed = removed;
  }
}
