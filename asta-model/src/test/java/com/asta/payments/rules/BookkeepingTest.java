package com.asta.payments.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.asta.common.Money;
import java.util.Arrays;
import java.util.List;
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
