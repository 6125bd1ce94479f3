package com.asta.charging.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was done to a rate table; positions are those before it was done.
 *
 * @param replaced new rates by position
 * @param removed positions whose rates go
 * @param added rates that come behind
 */
public record RateEdits(Map<Integer, Rate> replaced, Set<Integer> removed, List<Rate> added) {
  public RateEdits {
    replaced = Map.copyOf(replaced);
    removed = Set.copyOf(removed);
    added = List.copyOf(added);
  }

  /** The table after it was done. */
  public List<Rate> apply(List<Rate> rates) {
    List<Rate> changed = new ArrayList<>(rates.size() + added.size());
    for (int i = 0; i < rates.size(); i++) {
      if (!removed.contains(i)) {
        changed.add(replaced.getOrDefault(i, rates.get(i)));
      }
    }
    changed.addAll(added);
    return changed;
  }
}
