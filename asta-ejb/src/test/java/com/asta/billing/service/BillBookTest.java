package com.asta.billing.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.billing.rules.Bill;
import com.asta.billing.rules.ChargeKey;
import com.asta.billing.rules.Item;
import com.asta.billing.rules.ItemKind;
import com.asta.billing.rules.Origin;
import com.asta.billing.rules.Texts;
import com.asta.billing.rules.UsageMonth;
import com.asta.common.Money;
import com.asta.common.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a bill says for those after it, and how that is kept. */
class BillBookTest {
  private static final long ACCOUNT = 7;
  private static final long OWNER = 8;
  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
  private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
  private static final ChargeKey LINE = new ChargeKey(1, MAY, 10);
  private static final ChargeKey TV = new ChargeKey(1, MAY, 11);

  @Test
  void aBillMovesOnThePricesOnItAndKeepsTheOthers() {
    AccountBook before =
        new AccountBook(
            MAY, List.of(charged(LINE, JUNE, ACCOUNT), charged(TV, JUNE, ACCOUNT)), List.of(), 3);
    BillBook book = BillBook.of(before, bill(item(ItemKind.RECURRING, LINE, JUNE, JULY)));
    assertEquals(List.of(charged(LINE, JULY, ACCOUNT), charged(TV, JUNE, ACCOUNT)), book.charged());
    assertEquals(3, book.changeId());
  }

  @Test
  void aPriceOnSeveralLinesIsChargedToTheEndOfTheLast() {
    assertEquals(
        List.of(charged(LINE, JULY, ACCOUNT)),
        BillBook.reached(
            bill(
                item(ItemKind.RECURRING, LINE, JUNE, JULY),
                item(ItemKind.RECURRING, LINE, MAY, JUNE))));
  }

  @Test
  void whatIsGivenBackIsNoMoreCharged() {
    LocalDate left = LocalDate.of(2026, 5, 20);
    assertEquals(
        List.of(charged(LINE, left, ACCOUNT)),
        BillBook.reached(bill(item(ItemKind.CREDIT, LINE, left, JUNE))));
  }

  @Test
  void chargesThatWereEnteredAreNoted() {
    Item fee =
        new Item(
            ItemKind.MANUAL,
            new Origin.Manual(99, "FEE", MAY),
            new Period(MAY, MAY.plusDays(1)),
            zloty("5"),
            zloty("5"),
            "STANDARD",
            new Texts("Fee", "Opłata"));
    assertEquals(List.of(99L), BillBook.of(AccountBook.EMPTY, bill(fee)).entered());
  }

  @Test
  void oneLineInAnothersPlaceMakesABillShared() {
    Item line = item(ItemKind.RECURRING, LINE, MAY, JUNE);
    Item theirs = item(ItemKind.RECURRING, TV, MAY, JUNE);
    assertFalse(BillBook.of(AccountBook.EMPTY, bill(line, theirs)).shared());
    Bill shared = bill(List.of(line, theirs), Arrays.asList(null, OWNER));
    assertTrue(BillBook.of(AccountBook.EMPTY, shared).shared());
  }

  @Test
  void enteredChargesAreReadAsTheyWereWritten() {
    for (List<Long> ids :
        List.of(List.<Long>of(), List.of(99L), List.of(1L, Long.MAX_VALUE, -3L))) {
      assertEquals(ids, BookText.entered(BookText.entered(ids)));
    }
    assertEquals(List.of(1L, 2L), BookText.entered("[1, 2]"));
  }

  @Test
  void chargesAreReadAsTheyWereWritten() {
    List<Charged> charged =
        List.of(
            charged(LINE, JULY, ACCOUNT),
            new Charged(TV, Long.MAX_VALUE, "Łódź \"48\\22\"", JUNE, OWNER));
    assertEquals(charged, BookText.charged(BookText.charged(charged), ACCOUNT));
    assertEquals(List.of(), BookText.charged(BookText.charged(List.of()), ACCOUNT));
    assertEquals(
        "[[1,20260501,10,5,null,20260701,7]]",
        BookText.charged(List.of(charged(LINE, JULY, ACCOUNT))));
  }

  @Test
  void whatNamesNoOwnerIsTheAccountsOwn() {
    assertEquals(
        List.of(charged(LINE, JULY, ACCOUNT)),
        BookText.charged("[[1,20260501,10,5,null,20260701,null]]", ACCOUNT));
  }

  @Test
  void usageIsExactToTheLastDecimal() {
    List<UsageMonth> used =
        List.of(
            usage("NATIONAL", "600.000000", "1234567890123456789.123456789012"),
            usage("ABROAD", "-0.000001", "-0.000000000001"));
    assertEquals(used, BookText.used(BookText.used(used), "PLN"));
  }

  /** PostgreSQL writes what a migration put together with spaces. */
  @Test
  void spacesDoNotMatter() {
    assertEquals(
        List.of(usage("NATIONAL", "600.000000", "1.50")),
        BookText.used("[ [2, \"NATIONAL\", 4, 20260501, 600.000000, 12, 1.50] ]", "PLN"));
  }

  @Test
  void aBookThatCannotBeReadIsNotTakenForEmpty() {
    assertThrows(IllegalStateException.class, () -> BookText.charged("[[1,2", ACCOUNT));
    assertThrows(IllegalStateException.class, () -> BookText.entered("[1,"));
    assertThrows(IllegalStateException.class, () -> BookText.entered("[1,\"2\"]"));
  }

  private static UsageMonth usage(String code, String quantity, String rated) {
    return new UsageMonth(2, code, 4, MAY, new BigDecimal(quantity), 12, zloty(rated));
  }

  private static Charged charged(ChargeKey key, LocalDate until, long owner) {
    return new Charged(key, 5, null, until, owner);
  }

  private static Item item(ItemKind kind, ChargeKey key, LocalDate from, LocalDate to) {
    return new Item(
        kind,
        new Origin.Phase(key, 5, null, null),
        new Period(from, to),
        zloty("10"),
        zloty("10"),
        "STANDARD",
        new Texts("Line", "Linia"));
  }

  private static Bill bill(Item... items) {
    return bill(List.of(items), Collections.nCopies(items.length, null));
  }

  private static Bill bill(List<Item> items, List<Long> owners) {
    return new Bill(ACCOUNT, new Period(MAY, JUNE), items, owners, Map.of(), List.of(), List.of());
  }

  private static Money zloty(String amount) {
    return Money.of(new BigDecimal(amount), "PLN");
  }
}
