package com.asta.charging.rules;

import static com.asta.charging.rules.Tariffs.step;
import static com.asta.charging.rules.Tariffs.voice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TariffEditsTest {
  private static final List<Zone> ZONES = List.of(Tariffs.HOME, Tariffs.MOBILE);

  @Test
  void ratesAreReplacedRemovedAndAddedAtOnce() {
    Rate one = voice("A", null, "0", step(0, "1", 1, 1));
    Rate two = voice("B", null, "0", step(0, "1", 1, 1));
    Rate three = voice("C", null, "0", step(0, "1", 1, 1));
    Rate dearer = voice("C", null, "0", step(0, "2", 1, 1));
    RateEdits edits = new RateEdits(Map.of(2, dearer), Set.of(1), List.of(two));
    assertEquals(List.of(one, dearer, two), edits.apply(List.of(one, two, three)));
  }

  @Test
  void anAddedPrefixLeavesItsOldZone() {
    List<String> prefixes = List.of("4850", "4899");
    assertEquals(Map.of("4850", "MOBILE"), ZoneEdits.elsewhere(ZONES, "HOME", prefixes));
    assertEquals(
        List.of(
            new Zone("HOME", "Home", "Kraj", List.of("48", "4850", "4899")),
            new Zone("MOBILE", "Mobile", "Komórki", List.of("4860"))),
        ZoneEdits.add(ZONES, "HOME", prefixes));
    assertThrows(IllegalArgumentException.class, () -> ZoneEdits.add(ZONES, "MARS", prefixes));
  }

  @Test
  void prefixesAndZonesAreTakenOut() {
    assertEquals(
        List.of("4860"), ZoneEdits.remove(ZONES, "MOBILE", List.of("4850")).get(1).prefixes());
    assertEquals(List.of(Tariffs.MOBILE), ZoneEdits.drop(ZONES, "HOME"));
    Zone renamed = new Zone("HOME", "Country", "Kraj", List.of("48"));
    assertEquals(List.of(renamed, Tariffs.MOBILE), ZoneEdits.put(ZONES, renamed));
  }
}
