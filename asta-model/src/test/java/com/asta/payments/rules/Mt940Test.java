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
import org.junit.jupiter.params.provider.ValueSource;

class Mt940Test {
  private static final String POLISH =
      """
      :20:WYCIAG
      :25:/PL61109010140000071219812874
      :28C:00231/1
      :60F:C261119PLN1000,00
      :61:2611201120C123,45NTRFNONREF//2026112000001
      przelew
      :86:020?00Przelew przychodzacy?20Faktura FV/2026/11/000011 o?21raz FV/2026/10/000007
      ?3010902402?310000000612345678?32Anna Żółkiewska?33ul. Długa 5
      ?38PL27114020040000300201355387
      :61:2611201120D5,00NCHGNONREF//2026112000002
      :86:034?00Oplata?20Prowizja
      :61:2611201120C50,NTRFNONREF//2026112000003
      :86:~20Wpłata~31 ~60%s
      :61:2611201120RC20,00NTRFNONREF//2026112000004
      :86:020?20Zwrot 2026111900007
      :62F:C261120PLN1148,45
      :64:C261120PLN1148,45
      -
      """
          .formatted(Formats.VIRTUAL.of(101).orElseThrow().value());

  @Test
  void aPolishStatementIsRead() {
    List<StatementEntry> entries = Formats.entries(POLISH);

    assertEquals(4, entries.size());
    StatementEntry first = entries.get(0);
    assertEquals(Formats.OWN, first.account());
    assertEquals("MT940 2026-11-19 00231/1", first.statementId());
    assertEquals(Money.of("123.45", "PLN"), first.amount());
    assertEquals(LocalDate.of(2026, 11, 20), first.bookedOn());
    assertEquals("2026112000001", first.reference());
    assertEquals("Faktura FV/2026/11/000011 oraz FV/2026/10/000007", first.text());
    assertEquals("Anna Żółkiewska ul. Długa 5", first.payer().name());
    assertEquals(Formats.PAYER, first.payer().account());
    assertEquals(
        List.of(Direction.INCOMING, Direction.CHARGE, Direction.INCOMING, Direction.REVERSAL),
        entries.stream().map(StatementEntry::direction).toList());
    assertEquals(Formats.VIRTUAL.of(101).orElseThrow().value(), entries.get(2).creditedTo());
    assertEquals(Money.of("-20", "PLN"), entries.get(3).signed());
  }

  @Test
  void itsBalancesAddUp() {
    assertEquals(Money.of("1148.45", "PLN"), Formats.check(POLISH).statements().get(0).closing());
  }

  @ParameterizedTest(name = "{0} → {1}: {2}")
  @CsvSource({
    "C123?45NTRF, C123?46NTRF, SUMS_DIFFER",
    ":62F:C261120PLN1148?45, , BALANCE_MISSING",
    ":60F:C261119PLN1000?00, , BALANCE_MISSING",
    ":62F:C261120PLN, :62F:C261120EUR, CURRENCY_MIXED",
    "PLN1000?00, XQZ1000?00, BAD_VALUE",
    ":61:2611201120D, :61:2613201120D, BAD_VALUE",
    ":61:2611201120D5?00, :61:2611201120D5?0x0, BAD_VALUE",
    "PL61109010140000071219812874, PL27114020040000300201355387, UNKNOWN_ACCOUNT",
    "C261119PLN1000?00, C261119PLN99999999999999999999999?00, BAD_VALUE"
  })
  void whatCannotBeIsRefused(String right, String wrong, Reason reason) {
    String broken =
        POLISH.replace(right.replace('?', ','), wrong == null ? "" : wrong.replace('?', ','));
    StatementFault fault = assertThrows(StatementFault.class, () -> Formats.check(broken));
    assertEquals(reason, fault.reason());
  }

  @Test
  void aFileCutAnywhereBeforeItsClosingBalanceIsRefused() {
    for (int end = POLISH.indexOf(":60F:"); end < POLISH.indexOf(":62F:"); end += 11) {
      String cut = POLISH.substring(0, end);
      assertThrows(StatementFault.class, () -> Formats.check(cut), "cut at " + end);
    }
  }

  @Test
  void severalStatementsAndPagesThatJoinAreTaken() {
    String next =
        """
        {1:F01BANKPLPWA0010000000000}{2:I940BANKPLPWA002N}{4:
        :20:X
        :25:61109010140000071219812874
        :28C:00231/2
        :60M:C261120PLN1148,45
        :61:261120C1,55NTRFNONREF
        :86:Bez struktury
        :62F:C261120PLN1150,00
        -}
        """;
    assertEquals(2, Formats.check(POLISH + next).statements().size());
    StatementFault fault =
        assertThrows(
            StatementFault.class,
            () ->
                Formats.check(
                    POLISH + next.replace("1148,45", "1148,46").replace("1150,00", "1150,01")));
    assertEquals(Reason.SUMS_DIFFER, fault.reason());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1250", "ISO-8859-2", "IBM852"})
  void theEncodingIsTold(String charset) {
    List<StatementEntry> entries = Formats.entries(Formats.bytes(POLISH, charset));
    assertEquals("Anna Żółkiewska ul. Długa 5", entries.get(0).payer().name());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "051?00X?20Gehalt Oktober?21Firma?3050060400?310847564700?32MUELLER; MUELLER; 50060400/0847564700; Gehalt Oktober Firma",
        "020<00X<20Tytul<3110902402000000061234567<32Jan<33Kowalski; Jan Kowalski; 10902402000000061234567; Tytul",
        "^20abc^21def^32Ala; Ala; ; abc def",
        "/TRTP/SEPA OVERBOEKING/IBAN/NL91ABNA0417164300/BIC/ABNANL2A/NAME/J. Jansen/REMI/USTD//Factuur 12/EREF/E1; J. Jansen; NL91ABNA0417164300; Factuur 12 · E1",
        "SEPA OVERBOEKING IBAN: NL91ABNA0417164300 BIC: ABNANL2A NAAM: J Jansen OMSCHRIJVING: rent; J Jansen; NL91ABNA0417164300; SEPA OVERBOEKING IBAN: NL91ABNA0417164300 BIC: ABNANL2A NAAM: J Jansen OMSCHRIJVING: rent",
        "BEA   NR:1234   shop; ; ; BEA NR:1234 shop"
      })
  void everyDialectOfField86IsUnderstood(String told, String name, String account, String text) {
    Mt940Info info = Mt940Info.read(told);
    assertEquals(name == null ? "" : name, info.name());
    assertEquals(account == null ? "" : account, info.account());
    assertEquals(text, info.text());
  }

  @Test
  void twoEqualEntriesAreTwoAndHugeTextIsRefused() {
    String twice =
        POLISH.replace(
            ":62F:C261120PLN1148,45",
            ":61:261120C1,NTRFNONREF\n:61:261120C1,NTRFNONREF\n:62F:C261120PLN1150,45");
    List<StatementEntry> entries = Formats.entries(twice);
    assertEquals(6, entries.stream().map(each -> each.key().value()).distinct().count());
    assertEquals(2, entries.get(5).key().ordinal());
    String huge = POLISH.replace("Prowizja", "x".repeat(200_000));
    assertEquals(
        Reason.TOO_LARGE, assertThrows(StatementFault.class, () -> Formats.check(huge)).reason());
    assertTrue(Formats.check(POLISH).entries() > 0);
  }
}
