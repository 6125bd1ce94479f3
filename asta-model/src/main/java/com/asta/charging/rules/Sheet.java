package com.asta.charging.rules;

import java.util.List;

/**
 * What was read from a table: its rows, or what is wrong with it.
 *
 * @param rows everything that could be read; to be taken only when there are no faults
 * @param faults in the order of the lines
 */
public record Sheet<T>(List<T> rows, List<SheetFault> faults) {
  public Sheet {
    rows = List.copyOf(rows);
    faults = List.copyOf(faults);
  }

  public boolean sound() {
    return faults.isEmpty();
  }
}
