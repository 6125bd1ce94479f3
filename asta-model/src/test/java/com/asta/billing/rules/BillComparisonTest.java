package com.asta.billing.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.asta.billing.rules.BillComparison.Side;
import com.asta.common.Money;
import com.asta.common.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BillComparisonTest {
  private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);
  private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
  private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);

  @Test
  void aNewAndAnEndedServiceAreNamed() {
    List<BillChange> changes =
        BillComparison.of(
            side(recurring(1, "Fibre", OCTOBER, "60", "60")),
            side(recurring(2, "Mobile", NOVEMBER, "30", "30")));
    assertEquals(
        List.of("NEW_SERVICE Mobile 30", "ENDED_SERVICE Fibre -60", "TAX null -6.9"),
        words(changes));
  }

  @Test
  void aHigherPriceIsToldApartFromDays() {
    Side before = side(recurring(1, "Fibre 300", OCTOBER, "60", "60"));
    Side after =
        side(
            credit(1, "Fibre 300", "-30"),
            recurring(1, "Fibre 600", OCTOBER, "80", "40"),
            recurring(1, "Fibre 600", NOVEMBER, "80", "80"));
    assertEquals(
        List.of("PRICE Fibre 600 20", "DAYS Fibre 600 10", "TAX null 6.9"),
        words(BillComparison.of(before, after)));
  }

  @Test
  void theFirstWholeMonthAfterAStubIsAboutDays() {
    Side before =
        side(
            recurring(1, "Fibre", SEPTEMBER, "60", "20"),
            recurring(1, "Fibre", OCTOBER, "60", "60"));
    Side after = side(recurring(1, "Fibre", NOVEMBER, "60", "60"));
    assertEquals(
        List.of("DAYS Fibre -20", "TAX null -4.6"), words(BillComparison.of(before, after)));
  }

  @Test
  void aServiceThatOnlyGivesDaysBackHasEnded() {
    Side before = side(recurring(1, "Fibre", OCTOBER, "60", "60"));
    Side after = side(credit(1, "Fibre", "-20"), recurring(2, "Mobile", NOVEMBER, "90", "90"));
    assertEquals(
        List.of("NEW_SERVICE Mobile 90", "ENDED_SERVICE Fibre -80", "TAX null 2.3"),
        words(BillComparison.of(before, after)));
  }

  @Test
  void usageIsComparedByKind() {
    Side before = side(used("Calls", 600, "6"), used("Data", 100, "1"));
    Side after = side(used("Calls", 900, "9"), used("Data", 100, "1"));
    List<BillChange> changes = BillComparison.of(before, after);
    assertEquals(List.of("USAGE Calls 3", "TAX null 0.69"), words(changes));
    assertEquals(new BigDecimal(600), changes.get(0).quantityBefore());
    assertEquals(new BigDecimal(900), changes.get(0).quantityAfter());
  }

  @Test
  void nothingChangedSaysNothing() {
    Side same = side(recurring(1, "Fibre", OCTOBER, "60", "60"));
    assertEquals(List.of(), BillComparison.of(same, same));
  }

  @Test
  void theCausesSumToTheDifference() {
    long seed = System.nanoTime();
    System.out.println("BillComparisonTest seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      Side before = any(random);
      Side after = any(random);
      Money sum =
          Money.sum(
              BillComparison.of(before, after).stream().map(BillChange::difference).toList(),
              "PLN");
      assertEquals(after.gross().minus(before.gross()), sum);
    }
  }

  private static Side any(Random random) {
    List<ComparedItem> items = new ArrayList<>();
    ItemKind[] kinds = ItemKind.values();
    int count = 1 + random.nextInt(8);
    for (int i = 0; i < count; i++) {
      ItemKind kind = kinds[random.nextInt(kinds.length)];
      String net = BigDecimal.valueOf(random.nextInt(20_000) - 3_000, 2).toPlainString();
      items.add(
          new ComparedItem(
              kind,
              kind == ItemKind.MANUAL ? null : Long.valueOf(random.nextInt(3)),
              kind == ItemKind.USAGE ? "C" + random.nextInt(2) : null,
              new Texts("T" + random.nextInt(2), ""),
              null,
              month(random.nextBoolean() ? OCTOBER : NOVEMBER),
              pln(BigDecimal.valueOf(random.nextInt(10_000), 2).toPlainString()),
              kind == ItemKind.USAGE ? BigDecimal.valueOf(random.nextInt(100)) : null,
              null,
              pln(net)));
    }
    return side(items.toArray(ComparedItem[]::new));
  }

  private static List<String> words(List<BillChange> changes) {
    return changes.stream()
        .map(
            c ->
                c.cause()
                    + " "
                    + (c.texts() == null ? null : c.texts().en())
                    + " "
                    + c.difference().amount().toPlainString())
        .toList();
  }

  private static Side side(ComparedItem... items) {
    Money net = Money.sum(List.of(items).stream().map(ComparedItem::net).toList(), "PLN");
    return new Side(List.of(items), net.plus(net.times(new BigDecimal("0.23")).rounded()));
  }

  private static ComparedItem recurring(
      long subscription, String text, LocalDate month, String price, String net) {
    return new ComparedItem(
        ItemKind.RECURRING,
        subscription,
        null,
        new Texts(text, text),
        null,
        month(month),
        pln(price),
        null,
        null,
        pln(net));
  }

  private static ComparedItem credit(long subscription, String text, String net) {
    return new ComparedItem(
        ItemKind.CREDIT,
        subscription,
        null,
        new Texts(text, text),
        null,
        month(OCTOBER),
        pln("60"),
        null,
        null,
        pln(net));
  }

  private static ComparedItem used(String text, long quantity, String net) {
    return new ComparedItem(
        ItemKind.USAGE,
        5L,
        text,
        new Texts(text, text),
        null,
        month(OCTOBER),
        pln(net),
        BigDecimal.valueOf(quantity),
        "s",
        pln(net));
  }

  private static Period month(LocalDate start) {
    return new Period(start, start.plusMonths(1));
  }

  private static Money pln(String amount) {
    return Money.of(amount, "PLN");
  }
}
