package com.asta.payments.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.Money;
import com.asta.payments.rules.StatementEntry.Direction;
import com.asta.payments.rules.StatementFault.Reason;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TablesTest {
  private static final String VIRTUAL = Formats.VIRTUAL.of(101).orElseThrow().value().substring(2);
  private static final String ELIXIR =
      """
      110,20261120,12345,11402004,0,"27114020040000300201355387","%s","Jan Kowalski|ul. Prosta 1|00-001 Warszawa|","Operator|","0",10901014,"Za internet|listopad","","","51",""
      110,20261120,12345,11402004,0,"27114020040000300201355387","%s","Jan Kowalski|ul. Prosta 1|00-001 Warszawa|","Operator|","0",10901014,"Za internet|listopad","","","51",""
      """
          .formatted(VIRTUAL, VIRTUAL);
  private static final String CSV =
      """
      Wyciąg z dnia;20.11.2026
      Data;Kwota;Nadawca;Rachunek;"Tytuł";Nr
      20.11.2026;"1 234,56 zł";Jan;27114020040000300201355387;"Faktura; FV/2026/11/000011
      druga linia";R1
      21.11.2026;-5,00;Bank;;Opłata;
      """;
  private static final CsvMapping MAPPING =
      new CsvMapping(
          "Bank X",
          CsvMapping.normalised("Data;Kwota;Nadawca;Rachunek;\"Tytuł\";Nr", ';'),
          ";",
          "dd.MM.yyyy",
          true,
          1,
          2,
          0,
          0,
          3,
          4,
          5,
          6,
          0);

  @Test
  void elixirTellsTheVirtualAccount() {
    List<StatementEntry> entries = Formats.entries(ELIXIR);

    assertEquals(2, entries.size());
    StatementEntry first = entries.get(0);
    assertEquals(Money.of("123.45", "PLN"), first.amount());
    assertEquals(Formats.OWN, first.account());
    assertEquals("PL" + VIRTUAL, first.creditedTo());
    assertEquals(Formats.PAYER, first.payer().account());
    assertEquals("Za internet listopad", first.text());
    assertEquals("Jan Kowalski ul. Prosta 1 00-001 Warszawa", first.payer().name());
    assertEquals(first.key().value() + "~2", entries.get(1).key().value());
    assertEquals(2, Formats.check(ELIXIR).entries());
  }

  @Test
  void theSameLinesHaveTheSameKeysInAnotherFile() {
    assertEquals(keys(Formats.entries(ELIXIR)), keys(Formats.entries(ELIXIR)));
  }

  @ParameterizedTest
  @CsvSource({
    "',12345,', ',12x45,', BAD_VALUE",
    "'20261120', '20261332', BAD_VALUE",
    "'27114020040000300201355387\",\"', '27114020040000300201355387\",\"1', UNKNOWN_ACCOUNT"
  })
  void wrongLinesAreRefused(String right, String wrong, Reason reason) {
    String broken = ELIXIR.replace(right, wrong);
    assertEquals(reason, assertThrows(StatementFault.class, () -> Formats.check(broken)).reason());
  }

  @Test
  void aCutElixirLineIsRefused() {
    String cut = ELIXIR.substring(0, ELIXIR.length() - 120);
    assertEquals(
        Reason.BAD_VALUE, assertThrows(StatementFault.class, () -> Formats.check(cut)).reason());
  }

  @Test
  void aMappedTableIsRead() {
    List<StatementEntry> entries = Formats.entries(CSV, MAPPING);

    assertEquals(2, entries.size());
    assertEquals(Money.of("1234.56", "PLN"), entries.get(0).amount());
    assertEquals(LocalDate.of(2026, 11, 20), entries.get(0).bookedOn());
    assertEquals("Faktura; FV/2026/11/000011 druga linia", entries.get(0).text());
    assertEquals("R1", entries.get(0).reference());
    assertEquals(Formats.PAYER, entries.get(0).payer().account());
    assertEquals(Direction.OUTGOING, entries.get(1).direction());
    assertTrue(entries.get(1).reference().startsWith("#"));
  }

  @Test
  void aTableNobodyMappedIsRefusedAsSuch() {
    StatementFault fault = assertThrows(StatementFault.class, () -> Formats.entries(CSV));
    assertEquals(Reason.NO_MAPPING, fault.reason());
    StatementFault other =
        assertThrows(StatementFault.class, () -> Formats.entries("hello\nworld"));
    assertEquals(Reason.UNKNOWN_FORMAT, other.reason());
  }

  @ParameterizedTest
  @CsvSource({
    "'20.11.2026;', '2026-11-20;', BAD_VALUE",
    "'1 234,56 zł', 'dużo', BAD_VALUE",
    "'druga linia\"', 'druga linia', BAD_VALUE"
  })
  void wrongValuesNameTheirLine(String right, String wrong, Reason reason) {
    String broken = CSV.replace(right, wrong);
    StatementFault fault = assertThrows(StatementFault.class, () -> Formats.check(broken, MAPPING));
    assertEquals(reason, fault.reason());
    assertTrue(fault.detail().contains("line"), fault.detail());
  }

  @Test
  void theSameEntryIsAlikeInEveryFormat() {
    String csv =
        "Data;Kwota;Nadawca;Rachunek;Tytuł;Nr\n20.11.2026;123,45;JAN;PL27 1140 2004 0000 3002 0135"
            + " 5387;inaczej;X\n";
    String swift =
        ":20:X\n:25:"
            + Formats.OWN
            + "\n:28C:1\n:60F:C261119PLN0,\n:61:2611201120C123,45NTRFNONREF\n"
            + ":86:020?20Za internet?38PL27114020040000300201355387\n:62F:C261120PLN123,45\n-\n";
    String likeness = Formats.entries(ELIXIR).get(0).key().likeness();
    assertEquals(likeness, Formats.entries(csv, MAPPING).get(0).key().likeness());
    assertEquals(likeness, Formats.entries(swift).get(0).key().likeness());
  }

  private static List<String> keys(List<StatementEntry> entries) {
    return entries.stream().map(each -> each.key().value()).toList();
  }
}
