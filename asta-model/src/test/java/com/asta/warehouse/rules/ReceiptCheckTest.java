package com.asta.warehouse.rules;

import static com.asta.warehouse.rules.ReceiptCheck.Rejection.KNOWN;
import static com.asta.warehouse.rules.ReceiptCheck.Rejection.SCANNED_TWICE;
import static com.asta.warehouse.rules.ReceiptCheck.Rejection.WRONG_FORMAT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.asta.warehouse.rules.ReceiptCheck.Line;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptCheckTest {
  private static final Pattern FX = Pattern.compile("FX31[0-9]{4}");

  @Test
  void oneBadScanDoesNotStopTheOthers() {
    List<Line> lines =
        ReceiptCheck.check(
            List.of("FX310001", "rubbish", "FX310001", "FX310002", "FX310003"),
            FX,
            Set.of("FX310002"));

    assertEquals(
        List.of(
            new Line("FX310001", null),
            new Line("RUBBISH", WRONG_FORMAT),
            new Line("FX310001", SCANNED_TWICE),
            new Line("FX310002", KNOWN),
            new Line("FX310003", null)),
        lines);
  }

  @Test
  void noScanIsLostAndTheirOrderIsKept() {
    List<String> scans = List.of("FX310009", "x", "FX310009", "FX310008");

    List<Line> lines = ReceiptCheck.check(scans, FX, Set.of());

    assertEquals(
        scans.stream().map(ReceiptCheck::normalised).toList(),
        lines.stream().map(Line::serialNumber).toList());
  }

  @ParameterizedTest
  @CsvSource({"' fx31-0001 ', FX310001", "'FX 31 0001', FX310001", "'', ''"})
  void labelsAreReadWithoutBlanksAndHyphensInCapitals(String scanned, String stored) {
    assertEquals(stored, ReceiptCheck.normalised(scanned));
  }

  @Test
  void aPastedListHasOneScanALine() {
    assertEquals(List.of("A1", "B2"), ReceiptCheck.scans("a1\r\n\n  b2 \n"));
  }

  @ParameterizedTest
  @CsvSource({"'FX[0-9]+', true", "'FX[', false", "' ', false"})
  void aPatternIsARegularExpression(String text, boolean usable) {
    assertEquals(usable, ReceiptCheck.isPattern(text));
  }
}
