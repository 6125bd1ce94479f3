package com.asta.payments.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.Money;
import com.asta.payments.rules.StatementCheck.CheckedFile;
import com.asta.payments.rules.StatementEntry.Direction;
import com.asta.payments.rules.StatementFault.Reason;
import com.asta.payments.rules.StatementWriter.Transfer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CamtTest {
  private static final String OWN = "PL61109010140000071219812874";

  @ParameterizedTest
  @ValueSource(strings = {"statement-v02.xml", "statement-v08.xml"})
  void everyVersionTellsTheSame(String sample) {
    List<StatementEntry> entries = entries(sample(sample));

    assertEquals(6, entries.size());
    StatementEntry first = entries.get(0);
    assertEquals(Direction.INCOMING, first.direction());
    assertEquals(Money.of("123.00", "PLN"), first.amount());
    assertEquals("BANK-0001", first.reference());
    assertEquals("Jan Kowalski", first.payer().name());
    assertEquals("PL27114020040000300201355387", first.payer().account());
    assertEquals("Faktura FV/2026/11/000011", first.text());
    assertEquals(LocalDate.of(2026, 11, 20), first.bookedOn());
    assertEquals(LocalDate.of(2026, 11, 21), first.valueOn());
    assertEquals(Direction.OUTGOING, entries.get(1).direction());
    assertEquals(List.of("BATCH-1/a", "BATCH-1/b"), references(entries.subList(2, 4)));
    assertEquals(Money.of("30", "PLN"), entries.get(3).amount());
    assertEquals("A-000101", entries.get(4).text());
    assertEquals("ST-2026-11-20#5", entries.get(4).reference());
    assertEquals(Direction.PENDING, entries.get(5).direction());
  }

  @ParameterizedTest
  @ValueSource(strings = {"statement-v02.xml", "statement-v08.xml"})
  void theSumsOfTheSamplesAddUp(String sample) {
    CheckedFile checked = check(sample(sample));
    assertEquals(6, checked.entries());
    assertEquals("ST-2026-11-20", checked.statements().get(0).statementId());
    assertEquals(Money.of("1228.00", "PLN"), checked.statements().get(0).closing());
  }

  @ParameterizedTest
  @ValueSource(strings = {"statement-v02.xml", "statement-v08.xml", "notification.xml"})
  void sumsAreTheSameWithoutTheRest(String sample) {
    byte[] file = sample(sample).replace("@VIRTUAL@", OWN).getBytes(StandardCharsets.UTF_8);
    StatementKind kind = Formats.kind(file);
    StatementContext context = new StatementContext(Formats.ACCOUNTS, "F1", "PLN");
    StatementSource whole = kind.open(new ByteArrayInputStream(file), context);
    StatementSource sums = kind.openSums(new ByteArrayInputStream(file), context);
    Optional<StatementPart> part = whole.next();
    while (part.isPresent()) {
      StatementPart told = sums.next().orElseThrow();
      if (part.get() instanceof StatementEntry entry) {
        StatementEntry same = assertInstanceOf(StatementEntry.class, told);
        assertEquals(
            List.of(entry.reference(), entry.bookedOn(), entry.valueOn(), entry.signed()),
            List.of(same.reference(), same.bookedOn(), same.valueOn(), same.signed()));
        assertEquals(entry.direction(), same.direction());
      } else {
        assertEquals(part.get(), told);
      }
      part = whole.next();
    }
    assertEquals(Optional.empty(), sums.next());
  }

  @Test
  void aNotificationIsReadWithItsBatchAndItsReturn() {
    String virtual = Formats.VIRTUAL.of(101).orElseThrow().value();
    String text = sample("notification.xml").replace("@VIRTUAL@", virtual);
    List<StatementEntry> entries = Formats.entries(text);

    assertEquals(
        StatementFormat.CAMT054, Formats.kind(text.getBytes(StandardCharsets.UTF_8)).format());
    assertEquals(
        List.of("20261120-000001", "20261120-000002", "20261120-000003"), references(entries));
    assertEquals("BULK-20261120", entries.get(0).key().batch());
    assertEquals(virtual, entries.get(0).creditedTo());
    assertEquals(Direction.REVERSAL, entries.get(2).direction());
    assertTrue(entries.get(2).text().contains("AM04"));
    assertEquals(3, Formats.check(text).entries());
  }

  @Test
  void whatIsWrittenIsReadBack() {
    CheckedFile checked = check(written());
    assertEquals(2, checked.entries());
    assertEquals(Money.of("-50", "PLN"), checked.statements().get(0).opening());
    List<StatementEntry> entries = entries(written());
    assertEquals("Łucja <Kasa> & Syn", entries.get(1).payer().name());
    assertEquals(List.of(1, 2), entries.stream().map(StatementEntry::position).toList());
  }

  @Test
  void oneReferenceUsedTwiceInAStatementIsTwoPayments() {
    List<StatementEntry> entries = entries(written().replace("R-2", "R-1"));
    assertEquals(List.of("R-1", "R-1~2"), references(entries));
  }

  @ParameterizedTest(name = "{0} → {1}: {2}")
  @CsvSource({
    "'<Amt Ccy=\"PLN\">12.50', '<Amt Ccy=\"PLN\">12.51', SUMS_DIFFER",
    "'<Amt Ccy=\"PLN\">12.50', '<Amt Ccy=\"EUR\">12.50', CURRENCY_MIXED",
    "'<Amt Ccy=\"PLN\">12.50', '<Amt Ccy=\"XQZ\">12.50', BAD_VALUE",
    "'<Amt Ccy=\"PLN\">12.50', '<Amt Ccy=\"PLN\">-12.50', BAD_VALUE",
    "'<Amt Ccy=\"PLN\">12.50', '<Amt Ccy=\"PLN\">1e9', BAD_VALUE",
    "'<Amt Ccy=\"PLN\">12.50', '<Amt Ccy=\"PLN\">twelve', BAD_VALUE",
    "'2026-11-20</Dt></BookgDt>', '2026-13-20</Dt></BookgDt>', BAD_VALUE",
    "'<Cd>CLBD</Cd>', '<Cd>ABCD</Cd>', BALANCE_MISSING",
    "'PL61109010140000071219812874', 'PL27114020040000300201355387', UNKNOWN_ACCOUNT",
    "'BkToCstmrStmt', 'BkToCstmrDbtCdtNtfctn', NO_STATEMENT",
    "'BkToCstmrStmt', 'CstmrPmtStsRpt', UNKNOWN_FORMAT",
    "'</Stmt>', '', NOT_XML",
    "'<Stmt>', '<Stmt>&xxe;', NOT_XML"
  })
  void whatCannotBeIsRefused(String right, String wrong, Reason reason) {
    StatementFault fault =
        assertThrows(StatementFault.class, () -> check(written().replace(right, wrong)));
    assertEquals(reason, fault.reason());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE Document [<!ENTITY xxe SYSTEM 'file:///etc/passwd'>]>",
        "<!DOCTYPE Document SYSTEM 'http://127.0.0.1:1/evil.dtd'>",
        "<!DOCTYPE Document [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
      })
  void aDoctypeIsRefusedBeforeAnythingIsResolved(String doctype) {
    String evil = written().replace("<Document", doctype + "<Document").replace("Kasa", "&xxe;");
    StatementFault fault = assertThrows(StatementFault.class, () -> check(evil));
    assertEquals(Reason.DOCTYPE_FORBIDDEN, fault.reason());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "<html><body/></html>", "%PDF-1.7", "<Document>"})
  void whatIsNoStatementIsRefused(String text) {
    StatementFault fault = assertThrows(StatementFault.class, () -> check(text));
    assertTrue(
        Set.of(Reason.NOT_XML, Reason.UNKNOWN_FORMAT, Reason.NO_STATEMENT).contains(fault.reason()),
        text);
  }

  @Test
  void aFileCutAnywhereIsRefused() {
    String whole = written();
    for (int end = whole.length() - 12; end > 0; end--) {
      String cut = whole.substring(0, end);
      assertThrows(StatementFault.class, () -> check(cut), "cut at " + end);
      assertThrows(StatementFault.class, () -> checkSums(cut), "sums cut at " + end);
    }
  }

  /** What the check passes over must not stop the import half way. */
  @ParameterizedTest
  @ValueSource(strings = {"&xxe;", "&#1;", "\u0001", "a ]]> b", "&#xD800;", "<a>", "<a></b>", "&"})
  void whatIsBrokenWhereSumsDoNotLookIsRefusedAllTheSame(String broken) {
    String text = written().replace("first", broken);
    assertThrows(StatementFault.class, () -> check(text));
    assertThrows(StatementFault.class, () -> checkSums(text));
  }

  @Test
  void wrongBytesAreRefused() {
    byte[] latin = written().getBytes(Charset.forName("ISO-8859-2"));
    try (Camt file = Camt.open(new ByteArrayInputStream(latin), OwnAccounts.of(OWN))) {
      StatementFault fault =
          assertThrows(
              StatementFault.class, () -> StatementCheck.run(file, OwnAccounts.of(OWN), null));
      assertEquals(Reason.BAD_ENCODING, fault.reason());
    }
  }

  @Test
  void aStatementTwiceInOneFileIsRefused() {
    String one = written();
    String statement = one.substring(one.indexOf("<Stmt>"), one.indexOf("</Stmt>") + 7);
    StatementFault fault =
        assertThrows(
            StatementFault.class, () -> check(one.replace("</Stmt>", "</Stmt>" + statement)));
    assertEquals(Reason.DUPLICATE_STATEMENT, fault.reason());
  }

  @Test
  void hugeTextIsCut() {
    List<StatementEntry> entries = entries(written().replace("first", "x".repeat(3_000_000)));
    assertEquals(2_000, entries.get(0).text().length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "ISO-8859-2"})
  void xmlIsKnownByItsBeginningInAnyEncoding(String charset) {
    boolean marked = !charset.startsWith("ISO");
    String text = (marked ? "\uFEFF" : "") + sample("notification.xml");
    byte[] file = text.getBytes(Charset.forName(charset));
    assertEquals(StatementFormat.CAMT054, Formats.kind(file).format());
  }

  @Test
  void tooManyElementsAreRefusedWhereOnlySumsAreAskedFor() {
    String many = written().replace("first", "<a/>".repeat(500_001));
    StatementFault fault = assertThrows(StatementFault.class, () -> checkSums(many));
    assertEquals(Reason.TOO_LARGE, fault.reason());
  }

  private static String written() {
    return StatementWriter.write(
        "ST-1",
        OWN,
        LocalDate.of(2026, 11, 20),
        Money.of("-50", "PLN"),
        List.of(
            new Transfer(
                "R-1", Money.of("12.50", "PLN"), "Jan", "PL27114020040000300201355387", "first"),
            new Transfer(
                "R-2",
                Money.of("100", "PLN"),
                "Łucja <Kasa> & Syn",
                "PL27114020040000300201355387",
                "second")));
  }

  private static List<String> references(List<StatementEntry> entries) {
    return entries.stream().map(StatementEntry::reference).toList();
  }

  private static CheckedFile check(String text) {
    try (Camt file = Camt.open(stream(text), OwnAccounts.of(OWN))) {
      return StatementCheck.run(file, OwnAccounts.of(OWN), null);
    }
  }

  private static CheckedFile checkSums(String text) {
    try (Camt file = Camt.openSums(stream(text), OwnAccounts.of(OWN))) {
      return StatementCheck.run(file, OwnAccounts.of(OWN), null);
    }
  }

  private static List<StatementEntry> entries(String text) {
    List<StatementEntry> entries = new ArrayList<>();
    try (Camt file = Camt.open(stream(text), OwnAccounts.of(OWN))) {
      Optional<StatementPart> part = file.next();
      while (part.isPresent()) {
        if (part.get() instanceof StatementEntry entry) {
          entries.add(entry);
        }
        part = file.next();
      }
    }
    return entries;
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String sample(String name) {
    try (InputStream in = CamtTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
