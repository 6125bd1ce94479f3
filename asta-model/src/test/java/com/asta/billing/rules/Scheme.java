package com.asta.billing.rules;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.asta.common.Money;
import com.asta.common.Period;
import com.asta.products.rules.Discount;
import com.asta.products.rules.DiscountCondition;
import com.asta.products.rules.DiscountKind;
import com.asta.products.rules.DiscountScope;
import com.asta.products.rules.PriceKind;
import com.asta.products.rules.Proration;
import com.asta.products.rules.Recurrence;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An account under test, billed period after period as the bill run does. */
final class Scheme {
  static final Texts TEXTS = new Texts("Service", "Usługa");
  private static final TaxCalculator TAX = TaxRules.table().of(TaxedBuyer.consumer("PL"));

  final List<SubscribedCharge> charges = new ArrayList<>();
  final List<SubscribedTerms> terms = new ArrayList<>();
  final List<UsedTotal> used = new ArrayList<>();
  final List<HeldDeposit> deposits = new ArrayList<>();
  private final List<UsageMonth> billed = new ArrayList<>();
  private final Map<ChargeKey, LocalDate> billedUntil = new HashMap<>();
  private BillCalendar calendar;

  Scheme(int cycleDay) {
    calendar = BillCalendar.of(new BillCycle(cycleDay));
  }

  static Money pln(String amount) {
    return Money.of(amount, "PLN");
  }

  static Discount percent(String code, String value, int from, Integer months) {
    return discount(code, DiscountKind.PERCENT, value, from, months, DiscountCondition.ALWAYS);
  }

  static Discount discount(
      String code,
      DiscountKind kind,
      String value,
      int from,
      Integer months,
      DiscountCondition condition) {
    return new Discount(
        code,
        code,
        code,
        kind,
        new BigDecimal(value),
        DiscountScope.RECURRING,
        null,
        from,
        months,
        condition,
        null,
        null);
  }

  /** Another cycle day holds from a boundary on. */
  void moveTo(int cycleDay, LocalDate boundary) {
    calendar = calendar.changed(new BillCycle(cycleDay), boundary);
  }

  Scheme recurring(
      long subscription, LocalDate from, LocalDate until, String price, boolean ahead) {
    return charge(
        subscription,
        PriceKind.RECURRING,
        from,
        until,
        price,
        ahead,
        Recurrence.MONTHLY,
        Proration.DAILY,
        0);
  }

  Scheme charge(
      long subscription,
      PriceKind kind,
      LocalDate from,
      LocalDate until,
      String price,
      boolean ahead,
      Recurrence recurrence,
      Proration proration,
      int term) {
    ChargeKey key = new ChargeKey(subscription, from, charges.size() + 1L);
    charges.add(
        new SubscribedCharge(
            key,
            kind,
            kind.name(),
            until,
            3,
            null,
            recurrence,
            proration,
            term,
            pln(price),
            ahead,
            from,
            TEXTS,
            "STANDARD"));
    return this;
  }

  Scheme terms(long subscription, LocalDate from, LocalDate until, Discount... discounts) {
    return terms(subscription, from, until, "OFFER", Set.of(), discounts);
  }

  Scheme terms(
      long subscription,
      LocalDate from,
      LocalDate until,
      String offer,
      Set<String> promotions,
      Discount... discounts) {
    terms.add(
        new SubscribedTerms(subscription, from, until, 3, offer, promotions, List.of(discounts)));
    return this;
  }

  Scheme use(long subscription, LocalDate day, long units, String rated) {
    used.add(
        new UsedTotal(
            subscription,
            null,
            day,
            "VOICE",
            9,
            TEXTS,
            "s",
            BigDecimal.valueOf(units),
            units,
            pln(rated),
            "STANDARD"));
    return this;
  }

  /** The end of a phase becomes known. */
  void end(int charge, LocalDate until) {
    SubscribedCharge c = charges.get(charge);
    charges.set(
        charge,
        new SubscribedCharge(
            c.key(),
            c.kind(),
            c.code(),
            until,
            c.offerVersionId(),
            c.serviceId(),
            c.recurrence(),
            c.proration(),
            c.termMonths(),
            c.price(),
            c.inAdvance(),
            c.billedUntil(),
            c.texts(),
            c.vatCategory()));
  }

  /** The bill whose period ends on a boundary; what it charged counts as billed. */
  List<Item> bill(LocalDate end) {
    BillOutcome outcome = outcome(end);
    if (outcome instanceof BillOutcome.Empty) {
      return List.of();
    }
    Bill bill = assertInstanceOf(BillOutcome.Drafted.class, outcome).bill();
    Map<ChargeKey, LocalDate> until = new HashMap<>();
    for (Item item : bill.items()) {
      if (item.origin() instanceof Origin.Phase phase) {
        LocalDate to = item.kind() == ItemKind.CREDIT ? item.period().start() : item.period().end();
        until.merge(
            phase.key(), to, (a, b) -> (item.kind() == ItemKind.CREDIT) == a.isBefore(b) ? a : b);
      }
    }
    billedUntil.putAll(until);
    billed.addAll(bill.usage());
    return bill.items();
  }

  BillOutcome outcome(LocalDate end) {
    return BillCalculator.draft(input(calendar.endingOn(end)));
  }

  BillInput input(Period period) {
    List<SubscribedCharge> now =
        charges.stream()
            .map(
                c ->
                    new SubscribedCharge(
                        c.key(),
                        c.kind(),
                        c.code(),
                        c.until(),
                        c.offerVersionId(),
                        c.serviceId(),
                        c.recurrence(),
                        c.proration(),
                        c.termMonths(),
                        c.price(),
                        c.inAdvance(),
                        billedUntil.getOrDefault(c.key(), c.billedUntil()),
                        c.texts(),
                        c.vatCategory()))
            .toList();
    return new BillInput(
        1, "PLN", calendar, period, now, used, billed, List.of(), terms, deposits, TAX);
  }

  static String shown(List<Item> items) {
    return items.stream()
        .map(item -> item.net().rounded().displayAmount().toPlainString())
        .reduce((a, b) -> a + ";" + b)
        .orElse("");
  }

  static Money sum(List<Item> items) {
    return Money.sum(items.stream().map(Item::net).toList(), "PLN");
  }
}
