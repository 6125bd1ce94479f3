package com.asta.products.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.asta.products.rules.OfferDesign.DesignedPrice;
import com.asta.products.rules.PublicationProblem.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps the terms of an offer from being published, and how versions differ in them. */
class SchemeDesignTest {
  private static final CatalogueFacts FACTS =
      new CatalogueFacts(List.of(), Set.of("T"), Map.of(), "PLN", Set.of("SPRING"));

  @ParameterizedTest
  @CsvSource({
    // kind, value, scope, price, from month, months, condition, threshold, subject, problem
    "PERCENT, 50, RECURRING, , 1, 3, ALWAYS, , , ",
    "PERCENT, 100, RECURRING, FEE, 1, , ALWAYS, , , ",
    "ABSOLUTE, 500, RECURRING, , 1, , ALWAYS, , , ",
    "PERCENT, 101, RECURRING, , 1, , ALWAYS, , , DISCOUNT_VALUE",
    "PERCENT, 0, RECURRING, , 1, , ALWAYS, , , DISCOUNT_VALUE",
    "PERCENT, , RECURRING, , 1, , ALWAYS, , , DISCOUNT_VALUE",
    "ABSOLUTE, -1, RECURRING, , 1, , ALWAYS, , , DISCOUNT_VALUE",
    "PERCENT, 50, RECURRING, , 0, , ALWAYS, , , DISCOUNT_MONTHS",
    "PERCENT, 50, RECURRING, , 1, 0, ALWAYS, , , DISCOUNT_MONTHS",
    "PERCENT, 50, ONE_TIME, , 1, , ALWAYS, , , DISCOUNT_OF_NOTHING",
    "PERCENT, 50, RECURRING, OTHER, 1, , ALWAYS, , , DISCOUNT_OF_NOTHING",
    "PERCENT, 50, USAGE, FEE, 1, , ALWAYS, , , DISCOUNT_OF_NOTHING",
    "PERCENT, 50, USAGE, , 1, , USAGE, 100, , ",
    "PERCENT, 50, USAGE, , 1, , USAGE, , , DISCOUNT_CONDITION",
    "PERCENT, 50, RECURRING, , 1, , USAGE, 100, , DISCOUNT_CONDITION",
    "PERCENT, 50, RECURRING, , 1, , SUBSCRIPTIONS, 3, , ",
    "PERCENT, 50, RECURRING, , 1, , SUBSCRIPTIONS, 0, , DISCOUNT_CONDITION",
    "PERCENT, 50, RECURRING, , 1, , HELD_WITH, , TV, ",
    "PERCENT, 50, RECURRING, , 1, , HELD_WITH, , , DISCOUNT_CONDITION",
    "PERCENT, 50, RECURRING, , 1, , PROMOTION, , SPRING, ",
    "PERCENT, 50, RECURRING, , 1, , PROMOTION, , AUTUMN, PROMOTION_UNKNOWN"
  })
  void aDiscountThatCannotBeGivenIsNamed(
      DiscountKind kind,
      BigDecimal value,
      DiscountScope scope,
      String price,
      int from,
      Integer months,
      DiscountCondition condition,
      BigDecimal threshold,
      String subject,
      Kind problem) {
    Discount discount =
        new Discount(
            "D", "Disc", "Rabat", kind, value, scope, price, from, months, condition, threshold,
            subject);
    assertEquals(
        problem == null ? List.of() : List.of(problem),
        kinds(offer(List.of(fee(), usage())).with(List.of(discount))));
  }

  @Test
  void twoDiscountsWithOneCodeAreAProblem() {
    assertEquals(
        List.of(Kind.DISCOUNT_CODE_REPEATED),
        kinds(offer(List.of(fee())).with(List.of(percent("D", "5"), percent("D", "6")))));
  }

  @ParameterizedTest
  @CsvSource({
    "RECURRING, 10, WEEKLY, DAILY, , ",
    "RECURRING, 10, WEEKLY, THIRTY_DAY, , PRORATION_OF_WEEKS",
    "MINIMUM, 10, WEEKLY, THIRTY_DAY, , PRORATION_OF_WEEKS",
    "MINIMUM, , MONTHLY, DAILY, , PRICE_AMOUNT_MISSING",
    "DEPOSIT, -1, MONTHLY, DAILY, , PRICE_NEGATIVE",
    "PENALTY, 100, MONTHLY, DAILY, 12, ",
    "PENALTY, , MONTHLY, DAILY, 12, ",
    "PENALTY, 100, MONTHLY, DAILY, , TERM_MISSING",
    "PENALTY, 100, MONTHLY, DAILY, 0, TERM_MISSING"
  })
  void aPriceWithWrongTermsIsNamed(
      PriceKind kind,
      BigDecimal amount,
      Recurrence recurrence,
      Proration proration,
      Integer term,
      Kind problem) {
    DesignedPrice price = price(kind, "X", amount, recurrence, proration, term);
    assertEquals(
        problem == null ? List.of() : List.of(problem), kinds(offer(List.of(fee(), price))));
  }

  @Test
  void aPenaltyOfMonthlyPricesNeedsSome() {
    DesignedPrice penalty =
        price(PriceKind.PENALTY, "X", null, Recurrence.MONTHLY, Proration.DAILY, 12);
    assertEquals(List.of(Kind.PENALTY_OF_NOTHING), kinds(offer(List.of(penalty, usage()))));
  }

  @Test
  void aComparisonNamesTermsAndDiscounts() {
    DesignedPrice yearly =
        price(PriceKind.RECURRING, "FEE", BigDecimal.TEN, Recurrence.YEARLY, Proration.NONE, null);
    List<String> found =
        VersionComparison.differences(
                offer(List.of(fee())).with(List.of(percent("D", "5"))),
                offer(List.of(yearly)).with(List.of(percent("D", "6"))))
            .stream()
            .map(d -> d.field() + " " + d.subject() + ": " + d.before() + " > " + d.after())
            .toList();
    assertEquals(
        List.of(
            "price FEE: RECURRING · 10 PLN · STANDARD"
                + " > RECURRING · 10 PLN · STANDARD · YEARLY · NONE",
            "discount D: 5 % · RECURRING · 1– M · ALWAYS > 6 % · RECURRING · 1– M · ALWAYS"),
        found);
  }

  @Test
  void theOrderOfDiscountsIsThatOfTheirConditions() {
    List<Discount> shuffled = new ArrayList<>();
    for (DiscountCondition condition : DiscountCondition.values()) {
      for (DiscountKind kind : DiscountKind.values()) {
        shuffled.add(0, of(condition + " " + kind, kind, condition));
      }
    }
    assertEquals(
        Arrays.stream(DiscountCondition.values())
            .flatMap(c -> Arrays.stream(DiscountKind.values()).map(k -> c + " " + k))
            .toList(),
        Discount.inOrder(shuffled).stream().map(Discount::code).toList());
  }

  @ParameterizedTest
  @CsvSource({"WEEKLY, 12, 52", "MONTHLY, 12, 12", "QUARTERLY, 12, 4", "YEARLY, 12, 1"})
  void aPriceComesToItsShareOfAMonth(Recurrence recurrence, BigDecimal amount, BigDecimal monthly) {
    assertEquals(0, monthly.compareTo(recurrence.monthly(amount)));
  }

  private static List<Kind> kinds(OfferDesign draft) {
    return PublicationRule.problems(draft, FACTS).stream().map(PublicationProblem::kind).toList();
  }

  private static OfferDesign offer(List<DesignedPrice> prices) {
    return new OfferDesign(
        "Offer", "Oferta", "", "", false, LocalDate.of(2026, 1, 1), null, prices, List.of());
  }

  private static DesignedPrice fee() {
    return price(
        PriceKind.RECURRING, "FEE", BigDecimal.TEN, Recurrence.MONTHLY, Proration.DAILY, null);
  }

  private static DesignedPrice usage() {
    return new DesignedPrice(
        PriceKind.USAGE, "USE", "Usage", "Zużycie", null, "PLN", false, "T", "STANDARD");
  }

  private static DesignedPrice price(
      PriceKind kind,
      String code,
      BigDecimal amount,
      Recurrence recurrence,
      Proration proration,
      Integer term) {
    return new DesignedPrice(
        kind,
        code,
        "Price",
        "Cena",
        amount,
        "PLN",
        false,
        null,
        "STANDARD",
        recurrence,
        proration,
        term);
  }

  private static Discount percent(String code, String value) {
    return new Discount(
        code,
        "Disc",
        "Rabat",
        DiscountKind.PERCENT,
        new BigDecimal(value),
        DiscountScope.RECURRING,
        null,
        1,
        null,
        DiscountCondition.ALWAYS,
        null,
        null);
  }

  private static Discount of(String code, DiscountKind kind, DiscountCondition condition) {
    return new Discount(
        code,
        "Disc",
        "Rabat",
        kind,
        BigDecimal.ONE,
        DiscountScope.RECURRING,
        null,
        1,
        null,
        condition,
        BigDecimal.ONE,
        "X");
  }
}
