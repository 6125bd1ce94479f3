package com.asta.payments.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.Iban;
import com.asta.common.Money;
import com.asta.payments.rules.CollectionPlan.Debited;
import com.asta.payments.rules.CollectionPlan.Due;
import com.asta.payments.rules.CollectionPlan.Planned;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mandates, days, sequence types, references and retries of direct debits. */
class DirectDebitRulesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

  @ParameterizedTest
  @CsvSource({
    "DE98ZZZ09999999999,       true",
    "DE98ABC09999999999,       true",
    "de98 zzz 0999 9999 999,   true",
    "AT61ZZZ01234567890,       true",
    "DE97ZZZ09999999999,       false",
    "DE98ZZZ09999999998,       false",
    "D98ZZZ09999999999,        false",
    "DE98ZZZ,                  false",
    "'',                       false"
  })
  void aCreditorIdentifierHasItsCheckDigits(String text, boolean valid) {
    assertEquals(valid, CreditorIdentifier.parse(text).isPresent());
  }

  @Test
  void aWrongCreditorIdentifierCannotBe() {
    assertThrows(
        IllegalArgumentException.class, () -> new CreditorIdentifier("DE97ZZZ09999999999"));
  }

  @ParameterizedTest
  @CsvSource({
    "false, false, false, FRST, false",
    "false, false, true,  RCUR, false",
    "false, true,  true,  FNAL, true",
    "false, true,  false, FNAL, true",
    "true,  false, false, OOFF, true"
  })
  void theSequenceTypeFollowsTheMandate(
      boolean oneOff, boolean ending, boolean used, SequenceType type, boolean last) {
    assertEquals(type, SequenceType.next(oneOff, ending, used));
    assertEquals(last, type.isLast());
  }

  @ParameterizedTest
  @CsvSource({
    "DRAFT,     ACTIVE,    true",
    "DRAFT,     SUSPENDED, false",
    "ACTIVE,    SUSPENDED, true",
    "SUSPENDED, ACTIVE,    true",
    "ACTIVE,    EXPIRED,   true",
    "ACTIVE,    DRAFT,     false",
    "CANCELLED, ACTIVE,    false",
    "EXPIRED,   ACTIVE,    false"
  })
  void aMandateMovesForward(MandateState from, MandateState to, boolean may) {
    assertEquals(may, from.mayBecome(to));
  }

  @ParameterizedTest
  @CsvSource({
    "REQUESTED, APPROVED,  true",
    "REQUESTED, SUBMITTED, false",
    "APPROVED,  SUBMITTED, true",
    "APPROVED,  DECLINED,  true",
    "SUBMITTED, DECLINED,  false",
    "SUBMITTED, PAID,      true",
    "PAID,      REJECTED,  true",
    "REJECTED,  PAID,      false"
  })
  void aRefundMovesForward(RefundState from, RefundState to, boolean may) {
    assertEquals(may, from.mayBecome(to));
  }

  @ParameterizedTest
  @CsvSource({
    "2023-11-28, ,           2026-11-28",
    "2023-11-28, 2025-02-28, 2028-02-28",
    "2024-02-29, ,           2027-02-28"
  })
  void anUnusedMandateEndsAfter36Months(LocalDate signed, LocalDate used, LocalDate end) {
    assertEquals(end, Mandates.expiresOn(signed, used));
  }

  @ParameterizedTest
  @CsvSource({
    "m-a-000123-1,        M-A-000123-1",
    "' A/B(C)+?:.,'' ',   'A/B(C)+?:.,'''",
    "Ł1,                  ",
    "A B,                 ",
    "/A,                  ",
    "A//B,                ",
    "'',                  ",
    "123456789012345678901234567890123456, "
  })
  void aReferenceIsWhatBanksTake(String typed, String taken) {
    assertEquals(Optional.ofNullable(taken), Mandates.reference(typed));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-26, EUR, 2026-11-26",
    "2026-11-28, EUR, 2026-11-30",
    "2026-12-24, EUR, 2026-12-24",
    "2026-12-24, PLN, 2026-12-28",
    "2026-12-25, EUR, 2026-12-28",
    "2026-04-03, EUR, 2026-04-07",
    "2026-04-03, PLN, 2026-04-03",
    "2026-04-06, PLN, 2026-04-07",
    "2026-05-01, PLN, 2026-05-04",
    "2026-06-04, PLN, 2026-06-05",
    "2026-06-04, EUR, 2026-06-04",
    "2026-11-11, PLN, 2026-11-12",
    "2027-01-06, PLN, 2027-01-07"
  })
  void banksSettleOnBankDays(LocalDate day, String currency, LocalDate settled) {
    assertEquals(settled, BankDay.onOrAfter(day, currency));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-10, 2, 2026-12-10",
    "2026-12-12, 2, 2026-12-14",
    "2026-11-26, 2, 2026-11-30",
    "2026-11-01, 2, 2026-11-30",
    "2026-11-28, 1, 2026-11-30"
  })
  void aDebtIsCollectedWhenDueButNotBeforeTheNoticeIsOver(
      LocalDate dueOn, int notice, LocalDate collected) {
    assertEquals(collected, BankDay.ofCollection(dueOn, DAY, notice, "EUR"));
  }

  @Test
  void noCollectionIsOnAWeekendOrBeforeItsNotice() {
    long seed = 20261128L;
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      LocalDate today = DAY.plusDays(random.nextInt(2_000));
      LocalDate due = today.plusDays(random.nextInt(60) - 30);
      int notice = 1 + random.nextInt(10);
      String currency = random.nextBoolean() ? "PLN" : "EUR";
      LocalDate day = BankDay.ofCollection(due, today, notice, currency);
      String of = "seed " + seed + ": " + due + ", " + today + ", " + notice;
      assertFalse(day.isBefore(due), of);
      assertFalse(day.isBefore(today.plusDays(notice)), of);
      assertTrue(day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0, of);
      assertEquals(day, BankDay.onOrAfter(day, currency), of);
    }
  }

  @Test
  void onlyTheFirstCollectionIsTheFirst() {
    List<Planned> planned =
        CollectionPlan.plan(new Debited(false, false, false, "PLN"), dues(3), DAY, 2);
    assertEquals(
        List.of(SequenceType.FRST, SequenceType.RCUR, SequenceType.RCUR),
        planned.stream().map(Planned::sequence).toList());
  }

  @ParameterizedTest
  @CsvSource({"true, false, OOFF", "false, true, FNAL"})
  void nothingFollowsTheLast(boolean oneOff, boolean ending, SequenceType type) {
    List<Planned> planned =
        CollectionPlan.plan(new Debited(oneOff, ending, false, "PLN"), dues(3), DAY, 2);
    assertEquals(List.of(type), planned.stream().map(Planned::sequence).toList());
    assertEquals(1, planned.get(0).due().openItemId());
  }

  @Test
  void debtsOfAnotherCurrencyStay() {
    assertEquals(
        List.of(), CollectionPlan.plan(new Debited(false, false, true, "EUR"), dues(2), DAY, 2));
  }

  @ParameterizedTest
  @CsvSource({
    "AM04, 1, 2026-11-29, false",
    "AM04, 2, 2026-12-03, false",
    "AM04, 3, ,           false",
    "MS03, 1, 2026-11-29, false",
    "'',   1, 2026-11-29, false",
    "XX99, 1, 2026-11-29, false",
    "AC04, 1, ,           true",
    "AC01, 1, ,           true",
    "MD01, 1, ,           true",
    "MD06, 1, ,           true",
    "MD07, 3, ,           true"
  })
  void aFailureIsTriedAgainUnlessTheMandateIsToBlame(
      String reason, int attempt, LocalDate again, boolean suspend) {
    assertEquals(
        new RetrySchedule.Next(again, suspend),
        new RetrySchedule(List.of(3, 7)).after(reason, attempt, DAY));
  }

  @Test
  void aScheduleHasSensibleDays() {
    assertThrows(IllegalArgumentException.class, () -> new RetrySchedule(List.of(0)));
    assertThrows(
        IllegalArgumentException.class, () -> new RetrySchedule(List.of(1, 1, 1, 1, 1, 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "'FV/1 · AM04 · DDC',        AM04",
    "'ZWROT MD06',               MD06",
    "'AC04AC06',                 ''",
    "'nic tu nie ma',            ''"
  })
  void aReasonIsFoundInABanksText(String text, String code) {
    assertEquals(code, BankReason.in(text));
  }

  @Test
  void everyReferenceIsFoundAgainAndASlipIsNot() {
    long seed = 4242L;
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      OwnReference.Kind kind = OwnReference.Kind.values()[random.nextInt(5)];
      OwnReference made = new OwnReference(kind, 1 + random.nextInt(Integer.MAX_VALUE - 1));
      String text = made.text();
      assertEquals(16, text.length());
      assertEquals(List.of(made), OwnReference.in("zwrot " + text + "·x"), "seed " + seed);
      int at = 3 + random.nextInt(13);
      char slip = (char) ('0' + (text.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
      String wrong = text.substring(0, at) + slip + text.substring(at + 1);
      assertEquals(List.of(), OwnReference.in(wrong), "seed " + seed + ": " + text);
      assertEquals(List.of(), OwnReference.in(text + "1"));
      assertEquals(List.of(), OwnReference.in("X" + text));
    }
  }

  @Test
  void aMaskedIbanHidesTheAccount() {
    assertEquals("PL27 •••• 5387", new Iban("PL27114020040000300201355387").masked());
  }

  @Test
  void everyStepOfDirectDebitsAndRefundsCancelsOut() {
    Money amount = Money.of("12.30", "PLN");
    assertZero(
        LedgerAccount.COLLECTION,
        Bookkeeping.collected(amount),
        Bookkeeping.payment(PaymentMethod.DIRECT_DEBIT, amount, true));
    assertZero(
        LedgerAccount.COLLECTION,
        Bookkeeping.returnReported(amount),
        Bookkeeping.collected(amount.negated()));
    assertZero(LedgerAccount.OUTGOING, Bookkeeping.refund(amount), Bookkeeping.outgoing(amount));
    assertZero(
        LedgerAccount.CUSTOMER_CREDIT,
        Bookkeeping.refund(amount),
        Bookkeeping.refundReversal(amount));
  }

  private static void assertZero(LedgerAccount account, Posting... postings) {
    Money sum = Money.zero("PLN");
    for (Posting each : postings) {
      assertFalse(each.changeOf(account).isZero(), each + " leaves out " + account);
      sum = sum.plus(each.changeOf(account));
    }
    assertTrue(sum.isZero(), account + " " + sum);
  }

  private static List<Due> dues(int count) {
    List<Due> dues = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      dues.add(new Due(i, "FV/" + i, DAY.plusDays(i), Money.of("10", "PLN"), 1));
    }
    return dues;
  }
}
