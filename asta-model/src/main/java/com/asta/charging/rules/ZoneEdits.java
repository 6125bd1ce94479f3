package com.asta.charging.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What is done to zones and their prefixes; each answers the new list of zones. */
public final class ZoneEdits {
  private ZoneEdits() {}

  /**
   * Adds prefixes to a zone; from now on they belong to no other.
   *
   * @throws IllegalArgumentException if there is no such zone
   */
  public static List<Zone> add(List<Zone> zones, String code, Collection<String> prefixes) {
    required(zones, code);
    Set<String> added = new HashSet<>(prefixes);
    return changed(
        zones,
        zone -> {
          Set<String> own = new LinkedHashSet<>(zone.prefixes());
          boolean other = zone.code().equals(code) ? own.addAll(prefixes) : own.removeAll(added);
          return other ? with(zone, own) : zone;
        });
  }

  /** Takes prefixes out of a zone. */
  public static List<Zone> remove(List<Zone> zones, String code, Collection<String> prefixes) {
    Set<String> gone = new HashSet<>(prefixes);
    return changed(
        zones,
        zone ->
            zone.code().equals(code)
                ? with(zone, zone.prefixes().stream().filter(each -> !gone.contains(each)).toList())
                : zone);
  }

  /** Puts a zone in the place of the one with its code, or behind the others. */
  public static List<Zone> put(List<Zone> zones, Zone zone) {
    return ZoneSheet.merged(zones, List.of(zone));
  }

  /** Drops a zone with its prefixes. */
  public static List<Zone> drop(List<Zone> zones, String code) {
    required(zones, code);
    return zones.stream().filter(zone -> !zone.code().equals(code)).toList();
  }

  /** Which of the prefixes belong to other zones now, with the codes of those. */
  public static Map<String, String> elsewhere(
      List<Zone> zones, String code, Collection<String> prefixes) {
    Set<String> wanted = new HashSet<>(prefixes);
    Map<String, String> found = new TreeMap<>();
    for (Zone zone : zones) {
      if (!zone.code().equals(code)) {
        zone.prefixes().stream()
            .filter(wanted::contains)
            .forEach(prefix -> found.put(prefix, zone.code()));
      }
    }
    return found;
  }

  private static List<Zone> changed(List<Zone> zones, UnaryOperator<Zone> change) {
    List<Zone> changed = new ArrayList<>(zones.size());
    zones.forEach(zone -> changed.add(change.apply(zone)));
    return changed;
  }

  private static Zone with(Zone zone, Collection<String> prefixes) {
    return new Zone(zone.code(), zone.nameEn(), zone.namePl(), List.copyOf(prefixes));
  }

  private static void required(List<Zone> zones, String code) {
    if (zones.stream().noneMatch(zone -> zone.code().equals(code))) {
      throw new IllegalArgumentException("There is no zone " + code);
    }
  }
}
