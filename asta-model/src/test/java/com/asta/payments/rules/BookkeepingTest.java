package com.asta.payments.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.asta.common.Money;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BookkeepingTest {
  private static final Money TEN = Money.of("10", "PLN");

  static Stream<Posting> everyPosting() {
    return Stream.concat(
        Stream.of(
            Bookkeeping.invoice(TEN),
            Bookkeeping.creditNote(TEN),
            Bookkeeping.broughtForward(TEN),
            Bookkeeping.assignment(TEN),
            Bookkeeping.unassignment(TEN),
            Bookkeeping.allocation(TEN),
            Bookkeeping.release(TEN)),
        Arrays.stream(PaymentMethod.values())
            .flatMap(
                method ->
                    Stream.of(
                        Bookkeeping.payment(method, TEN, true),
                        Bookkeeping.payment(method, TEN, false))));
  }

  @ParameterizedTest
  @MethodSource("everyPosting")
  void everyPostingSumsToZero(Posting posting) {
    assertEquals(Money.zero("PLN"), sum(List.of(posting)));
  }

  @Test
  void undoingGivesEveryAccountBack() {
    List<Posting> thereAndBack =
        List.of(
            Bookkeeping.assignment(TEN),
            Bookkeeping.allocation(TEN),
            Bookkeeping.release(TEN),
            Bookkeeping.unassignment(TEN));
    for (LedgerAccount account : LedgerAccount.values()) {
      Money change =
          Money.sum(
              thereAndBack.stream().map(posting -> posting.changeOf(account)).toList(), "PLN");
      assertEquals(Money.zero("PLN"), change, account.name());
    }
  }

  @Test
  void aPaidInvoiceLeavesMoneyAndSales() {
    List<Posting> postings =
        List.of(
            Bookkeeping.invoice(TEN),
            Bookkeeping.payment(PaymentMethod.BANK_TRANSFER, TEN, true),
            Bookkeeping.allocation(TEN));
    assertEquals(Money.zero("PLN"), change(postings, LedgerAccount.RECEIVABLE));
    assertEquals(Money.zero("PLN"), change(postings, LedgerAccount.CUSTOMER_CREDIT));
    assertEquals(TEN, change(postings, LedgerAccount.BANK));
    assertEquals(TEN.negated(), change(postings, LedgerAccount.SALES));
  }

  @Test
  void ratesOfADocumentSumToItsGrossAndItsCreditNoteUndoesIt() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int run = 0; run < 1_000; run++) {
      List<TaxedAmount> rates = new ArrayList<>();
      Money gross = Money.zero("PLN");
      for (int i = 0; i <= random.nextInt(4); i++) {
        TaxedAmount rate =
            new TaxedAmount(
                i + "%", cents(random.nextInt(9_000) - 2_000), cents(random.nextInt(900)));
        rates.add(rate);
        gross = gross.plus(rate.net()).plus(rate.tax());
      }
      List<Posting> invoice = Bookkeeping.invoice(gross, rates);
      List<Posting> both = new ArrayList<>(invoice);
      both.addAll(Bookkeeping.creditNote(gross, rates));
      assertEquals(gross, change(invoice, LedgerAccount.RECEIVABLE), "seed " + seed);
      assertEquals(
          Money.sum(rates.stream().map(TaxedAmount::tax).toList(), "PLN").negated(),
          change(invoice, LedgerAccount.VAT_DUE),
          "seed " + seed);
      assertEquals(Money.zero("PLN"), change(both, LedgerAccount.SALES), "seed " + seed);
      assertEquals(Money.zero("PLN"), change(both, LedgerAccount.VAT_DUE), "seed " + seed);
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> Bookkeeping.invoice(TEN, List.of(new TaxedAmount("23%", TEN, TEN))));
  }

  private static Money cents(int cents) {
    return Money.of(java.math.BigDecimal.valueOf(cents, 2), "PLN");
  }

  @Test
  void nothingIsPostedToItselfNorForNothing() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Posting(LedgerAccount.BANK, LedgerAccount.BANK, TEN));
    assertThrows(IllegalArgumentException.class, () -> Bookkeeping.invoice(Money.zero("PLN")));
    assertThrows(IllegalArgumentException.class, () -> Bookkeeping.invoice(TEN.negated()));
  }

  private static Money sum(List<Posting> postings) {
    return Money.sum(
        Arrays.stream(LedgerAccount.values()).map(each -> change(postings, each)).toList(), "PLN");
  }

  private static Money change(List<Posting> postings, LedgerAccount account) {
    return Money.sum(postings.stream().map(each -> each.changeOf(account)).toList(), "PLN");
  }
}
