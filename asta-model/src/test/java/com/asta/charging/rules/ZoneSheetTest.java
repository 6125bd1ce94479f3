package com.asta.charging.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.asta.charging.rules.SheetFault.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZoneSheetTest {
  private static final Zone HOME = new Zone("HOME", "Home", "Kraj", List.of("48", "4812"));
  private static final Zone NONE = new Zone("NONE", "-none", "=brak", List.of());

  @Test
  void whatIsWrittenReadsBackTheSame() {
    Sheet<Zone> read = ZoneSheet.read(ZoneSheet.write(List.of(HOME, NONE)));
    assertEquals(List.of(), read.faults());
    assertEquals(List.of(HOME, NONE), read.rows());
  }

  @Test
  void prefixesOfAZoneMayShareALine() {
    Sheet<Zone> read =
        ZoneSheet.read("zone,prefix,name_en\nHOME,\"+48 0048-12; 4813\",Home\nhome,4814,\n");
    assertEquals(
        List.of(new SheetFault(2, "prefix", Problem.BAD_PREFIX, "0048-12")), read.faults());
    assertEquals(
        List.of(new Zone("HOME", "Home", null, List.of("48", "4813", "4814"))), read.rows());
  }

  @Test
  void aPrefixBelongsToOneZone() {
    List<SheetFault> faults = ZoneSheet.read("zone,prefix\nA,48\nB,48\n").faults();
    assertEquals(List.of(new SheetFault(3, "prefix", Problem.SAME_PREFIX_TWICE, "48 (2)")), faults);
  }

  @Test
  void wrongLinesAreNamed() {
    List<SheetFault> faults = ZoneSheet.read("zone,prefix\n,48\nA B,49\nC,x\n").faults();
    assertEquals(
        List.of(
            new SheetFault(2, "zone", Problem.MISSING, ""),
            new SheetFault(3, "zone", Problem.BAD_CODE, "A B"),
            new SheetFault(4, "prefix", Problem.BAD_PREFIX, "x")),
        faults);
  }

  @Test
  void pastedPrefixesAreUnderstood() {
    PrefixText read = PrefixText.read(" +48, 0049\n50;51|52\t48 x 0 ");
    assertEquals(List.of("48", "49", "50", "51", "52"), read.prefixes());
    assertEquals(List.of("x", "0"), read.wrong());
  }

  @Test
  void aPartialFileReplacesItsZones() {
    Zone changed = new Zone("HOME", "Home", "Kraj", List.of("48"));
    Zone added = new Zone("EU", "EU", "UE", List.of("49"));
    assertEquals(
        List.of(changed, NONE, added),
        ZoneSheet.merged(List.of(HOME, NONE), List.of(changed, added)));
  }
}
