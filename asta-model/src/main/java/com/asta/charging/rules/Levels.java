package com.asta.charging.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Levels of a balance whose crossing is told. */
public record Levels(List<BigDecimal> levels) {
  /** No level at all. */
  public static final Levels NONE = new Levels(List.of());

  /** A level that was crossed; {@code down} when the balance fell below it. */
  public record Crossed(BigDecimal level, boolean down) {}

  public Levels {
    levels = levels.stream().sorted().distinct().toList();
  }

  /** The levels between two balances; a balance equal to a level has not fallen below it. */
  public List<Crossed> crossed(BigDecimal before, BigDecimal after) {
    int direction = after.compareTo(before);
    if (direction == 0 || levels.isEmpty()) {
      return List.of();
    }
    List<Crossed> found = new ArrayList<>(1);
    for (BigDecimal level : levels) {
      boolean above = before.compareTo(level) >= 0;
      if (above != after.compareTo(level) >= 0) {
        found.add(new Crossed(level, above));
      }
    }
    return found;
  }
}
