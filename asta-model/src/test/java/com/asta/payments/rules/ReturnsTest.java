package com.asta.payments.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.asta.payments.rules.Returns.Original;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 10);
  private static final List<Original> PAID =
      List.of(
          new Original(1, "2026111000001", "PL1", "FV/2026/11/000011", DAY),
          new Original(2, "2026111000002", "PL1", "FV/2026/11/000012", DAY),
          new Original(3, "2026111000003", "PL2", "abonament", DAY),
          new Original(4, "2026112900004", "PL2", "abonament", DAY.plusDays(19)),
          new Original(5, "2025011000005", "PL3", "", DAY.minusDays(500)));

  @ParameterizedTest(name = "{0} from {1}: {2}")
  @CsvSource({
    "'Zwrot 2026111000002',          '',  2", "'zwrot FV/2026/11/000011 brak srodkow', PL1, 1",
    "'zwrot',                        PL2, 3", "'zwrot',                                PL1, 0",
    "'zwrot',                        PL3, 0", "'zwrot FV/2026/11/000011',              PL9, 0",
    "'Zwrot 2026112900004',          '',  0"
  })
  void aReturnFindsTheOnePaymentItTakesBack(String text, String payer, long expected) {
    String statement =
        ":20:X\n:25:"
            + Formats.OWN
            + "\n:28C:1\n:60F:C261119PLN0,\n:61:2611201120RC123,45NTRFNONREF\n"
            + ":86:020?20"
            + text
            + "?31"
            + payer
            + "\n:62F:D261120PLN123,45\n-\n";
    assertEquals(
        expected == 0 ? OptionalLong.empty() : OptionalLong.of(expected),
        Returns.original(Formats.entries(statement).get(0), PAID));
  }
}
