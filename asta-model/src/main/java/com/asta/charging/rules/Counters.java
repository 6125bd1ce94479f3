package com.asta.charging.rules;

/** What a subscription has used before an event. */
@FunctionalInterface
public interface Counters {
  /** Nothing was used yet. */
  Counters NONE = id -> 0;

  /** Units of a counter; 0 for one that does not exist yet. */
  long used(CounterId id);
}
