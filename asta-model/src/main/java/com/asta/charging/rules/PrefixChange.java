package com.asta.charging.rules;

/**
 * A prefix that stands in another zone than before.
 *
 * @param from code of the zone before; null for a new prefix
 * @param to code of the zone after; null for one that is gone
 */
public record PrefixChange(String prefix, String from, String to) {
  public Difference.Kind kind() {
    if (from == null) {
      return Difference.Kind.ADDED;
    }
    return to == null ? Difference.Kind.REMOVED : Difference.Kind.CHANGED;
  }
}
