package com.asta.products.rules;

import static com.asta.products.rules.PublicationProblem.Kind.MEMBER_CARDINALITY;
import static com.asta.products.rules.PublicationProblem.Kind.MEMBER_IS_BUNDLE;
import static com.asta.products.rules.PublicationProblem.Kind.MEMBER_NOT_SOLD;
import static com.asta.products.rules.PublicationProblem.Kind.MEMBER_REPEATED;
import static com.asta.products.rules.PublicationProblem.Kind.NAME_MISSING;
import static com.asta.products.rules.PublicationProblem.Kind.NOTHING_TO_CHARGE;
import static com.asta.products.rules.PublicationProblem.Kind.OVERLAPS_VERSION;
import static com.asta.products.rules.PublicationProblem.Kind.PENALTY_OF_NOTHING;
import static com.asta.products.rules.PublicationProblem.Kind.PREPAID_RECURRING;
import static com.asta.products.rules.PublicationProblem.Kind.PRICE_AMOUNT_MISSING;
import static com.asta.products.rules.PublicationProblem.Kind.PRICE_CODE_REPEATED;
import static com.asta.products.rules.PublicationProblem.Kind.PRICE_CURRENCY;
import static com.asta.products.rules.PublicationProblem.Kind.PRICE_NEGATIVE;
import static com.asta.products.rules.PublicationProblem.Kind.PRORATION_OF_WEEKS;
import static com.asta.products.rules.PublicationProblem.Kind.TARIFF_MISSING;
import static com.asta.products.rules.PublicationProblem.Kind.TARIFF_UNKNOWN;
import static com.asta.products.rules.PublicationProblem.Kind.TERM_MISSING;
import static com.asta.products.rules.PublicationProblem.Kind.VALIDITY_EMPTY;
import static com.asta.products.rules.PublicationProblem.Kind.VAT_CATEGORY_MISSING;

import com.asta.products.rules.CatalogueFacts.PublishedSpan;
import com.asta.products.rules.OfferDesign.DesignedPrice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides whether a draft may become a published, immutable version. */
public final class PublicationRule {

  private PublicationRule() {}

  /** Everything that is wrong with a draft, in the order of its fields; empty when it may go. */
  public static List<PublicationProblem> problems(OfferDesign draft, CatalogueFacts facts) {
    List<PublicationProblem> problems = new ArrayList<>();
    if (isBlank(draft.nameEn()) || isBlank(draft.namePl())) {
      problems.add(new PublicationProblem(NAME_MISSING, ""));
    }
    validity(draft, facts, problems);
    prices(draft, facts, problems);
    problems.addAll(DiscountCheck.problems(draft, facts.promotions()));
    members(draft, facts, problems);
    return problems;
  }

  /**
   * The published version whose open validity a new one ends: the one on sale on the day the new
   * one begins, when it has no end of its own and began earlier.
   */
  public static Optional<PublishedSpan> superseded(LocalDate from, List<PublishedSpan> published) {
    return published.stream()
        .filter(span -> span.end() == null && span.start().isBefore(from))
        .findFirst();
  }

  private static void validity(
      OfferDesign draft, CatalogueFacts facts, List<PublicationProblem> problems) {
    LocalDate from = draft.validFrom();
    LocalDate to = draft.validTo();
    if (from == null || (to != null && !to.isAfter(from))) {
      problems.add(new PublicationProblem(VALIDITY_EMPTY, ""));
      return;
    }
    Optional<PublishedSpan> superseded = superseded(from, facts.published());
    for (PublishedSpan other : facts.published()) {
      boolean ends = superseded.isPresent() && superseded.get().equals(other);
      boolean apart =
          (to != null && !to.isAfter(other.start()))
              || (other.end() != null && !other.end().isAfter(from));
      if (!ends && !apart) {
        problems.add(new PublicationProblem(OVERLAPS_VERSION, String.valueOf(other.version())));
      }
    }
  }

  private static void prices(
      OfferDesign draft, CatalogueFacts facts, List<PublicationProblem> problems) {
    if (draft.prices().isEmpty()) {
      problems.add(new PublicationProblem(NOTHING_TO_CHARGE, ""));
    }
    Set<String> codes = new HashSet<>();
    for (DesignedPrice price : draft.prices()) {
      if (!codes.add(price.code())) {
        problems.add(new PublicationProblem(PRICE_CODE_REPEATED, price.code()));
      }
      if (isBlank(price.vatCategory())) {
        problems.add(new PublicationProblem(VAT_CATEGORY_MISSING, price.code()));
      }
      if (!facts.currency().equals(price.currency())) {
        problems.add(new PublicationProblem(PRICE_CURRENCY, price.code()));
      }
      if (price.kind() == PriceKind.USAGE) {
        tariff(price, facts, problems);
      } else {
        amount(price, draft.prepaid(), problems);
        terms(price, draft, problems);
      }
    }
  }

  private static void tariff(
      DesignedPrice price, CatalogueFacts facts, List<PublicationProblem> problems) {
    if (isBlank(price.tariffCode())) {
      problems.add(new PublicationProblem(TARIFF_MISSING, price.code()));
    } else if (!facts.tariffs().contains(price.tariffCode())) {
      problems.add(new PublicationProblem(TARIFF_UNKNOWN, price.tariffCode()));
    }
  }

  private static void amount(
      DesignedPrice price, boolean prepaid, List<PublicationProblem> problems) {
    if (price.amount() == null) {
      if (price.kind() == PriceKind.PENALTY) {
        return;
      }
      problems.add(new PublicationProblem(PRICE_AMOUNT_MISSING, price.code()));
    } else if (price.amount().signum() < 0) {
      problems.add(new PublicationProblem(PRICE_NEGATIVE, price.code()));
    }
    if (prepaid && price.kind() != PriceKind.ONE_TIME) {
      problems.add(new PublicationProblem(PREPAID_RECURRING, price.code()));
    }
  }

  private static void terms(
      DesignedPrice price, OfferDesign draft, List<PublicationProblem> problems) {
    boolean weekly = price.kind().recurs() && price.recurrence() == Recurrence.WEEKLY;
    if (weekly && price.proration() == Proration.THIRTY_DAY) {
      problems.add(new PublicationProblem(PRORATION_OF_WEEKS, price.code()));
    }
    if (price.kind() != PriceKind.PENALTY) {
      return;
    }
    if (price.termMonths() == null || price.termMonths() < 1) {
      problems.add(new PublicationProblem(TERM_MISSING, price.code()));
    }
    boolean monthly = draft.prices().stream().anyMatch(p -> p.kind() == PriceKind.RECURRING);
    if (price.amount() == null && !monthly) {
      problems.add(new PublicationProblem(PENALTY_OF_NOTHING, price.code()));
    }
  }

  private static void members(
      OfferDesign draft, CatalogueFacts facts, List<PublicationProblem> problems) {
    Set<String> codes = new HashSet<>();
    for (BundleMember member : draft.members()) {
      if (!codes.add(member.code())) {
        problems.add(new PublicationProblem(MEMBER_REPEATED, member.code()));
      }
      if (!member.isConsistent()) {
        problems.add(new PublicationProblem(MEMBER_CARDINALITY, member.code()));
      }
      Optional<PublishedSpan> sold =
          facts.members().getOrDefault(member.code(), List.of()).stream()
              .filter(span -> draft.validFrom() != null && span.contains(draft.validFrom()))
              .findFirst();
      if (sold.isEmpty()) {
        problems.add(new PublicationProblem(MEMBER_NOT_SOLD, member.code()));
      } else if (sold.get().bundle()) {
        problems.add(new PublicationProblem(MEMBER_IS_BUNDLE, member.code()));
      }
    }
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
