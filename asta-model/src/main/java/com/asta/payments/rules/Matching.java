package com.asta.payments.rules;

import com.asta.common.Money;
import com.asta.payments.rules.Candidate.Sign;
import com.asta.payments.rules.Match.Matched;
import com.asta.payments.rules.Match.Reason;
import com.asta.payments.rules.Match.Unmatched;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides whose a payment is. The rules are tried in the order of {@link MatchRule}; a rule that
 * fits several accounts stops the search, since a later, weaker rule must not settle what a
 * stronger one left open.
 */
public final class Matching {
  private static final int SAME_NAME = 100;
  private static final int SIMILAR_NAME = 50;

  private Matching() {}

  /**
   * The account a payment certainly belongs to, if one does.
   *
   * @param debtors every account that the text, the payer or the amount could mean
   */
  public static Match decide(IncomingPayment payment, Collection<Debtor> debtors) {
    Set<String> keys = References.keysIn(payment.text());
    List<Debtor> byNumber = debtors.stream().filter(each -> numbered(each, keys)).toList();
    List<Debtor> byDocument = debtors.stream().filter(each -> documented(each, keys)).toList();
    Set<Debtor> referred = new HashSet<>(byNumber);
    referred.addAll(byDocument);
    if (referred.size() > 1) {
      return new Unmatched(Reason.SEVERAL_FIT);
    }
    if (referred.size() == 1) {
      Debtor debtor = referred.iterator().next();
      if (contradicted(payment, debtor, debtors)) {
        return new Unmatched(Reason.SEVERAL_FIT);
      }
      MatchRule rule = byNumber.isEmpty() ? MatchRule.DOCUMENT_NUMBER : MatchRule.ACCOUNT_NUMBER;
      return new Matched(debtor.accountId(), rule, named(debtor, keys));
    }
    return byAmountAndPayer(payment, debtors);
  }

  /** The proposals for a person, best first; those without any sign are left out. */
  public static List<Candidate> candidates(
      IncomingPayment payment, Collection<Debtor> debtors, int limit) {
    Set<String> keys = References.keysIn(payment.text());
    return debtors.stream()
        .map(debtor -> candidate(payment, debtor, keys))
        .filter(candidate -> candidate.score() > 0)
        .sorted(
            Comparator.comparingInt(Candidate::score)
                .reversed()
                .thenComparing(candidate -> candidate.debtor().accountId()))
        .limit(limit)
        .toList();
  }

  /** A slip may name a stranger's document: payer and amount both say that it is another's. */
  private static boolean contradicted(
      IncomingPayment payment, Debtor referred, Collection<Debtor> debtors) {
    return !isPayer(payment, referred)
        && !owes(referred, payment.amount())
        && debtors.stream()
            .anyMatch(each -> isPayer(payment, each) && owes(each, payment.amount()));
  }

  private static Match byAmountAndPayer(IncomingPayment payment, Collection<Debtor> debtors) {
    List<Debtor> fitting =
        debtors.stream()
            .filter(each -> isPayer(payment, each))
            .filter(each -> owes(each, payment.amount()))
            .toList();
    if (fitting.size() == 1) {
      Debtor debtor = fitting.get(0);
      return new Matched(
          debtor.accountId(), MatchRule.AMOUNT_AND_PAYER, itemsOf(debtor, payment.amount()));
    }
    return new Unmatched(fitting.isEmpty() ? Reason.NOTHING_FITS : Reason.SEVERAL_FIT);
  }

  private static Candidate candidate(IncomingPayment payment, Debtor debtor, Set<String> keys) {
    List<Sign> signs = new ArrayList<>();
    Set<Long> named = named(debtor, keys);
    if (numbered(debtor, keys)) {
      signs.add(Sign.ACCOUNT_NUMBER);
    }
    if (documented(debtor, keys)) {
      signs.add(Sign.DOCUMENT_NUMBER);
    } else if (signs.isEmpty() && almostNamed(debtor, keys)) {
      signs.add(Sign.SIMILAR_NUMBER);
    }
    if (debtor.payerKnown()) {
      signs.add(Sign.PAYER_ACCOUNT);
    }
    int likeness = Names.similarity(payment.payerName(), debtor.name());
    if (likeness == SAME_NAME) {
      signs.add(Sign.PAYER_NAME);
    } else if (likeness >= SIMILAR_NAME) {
      signs.add(Sign.SIMILAR_NAME);
    }
    if (!itemsOf(debtor, payment.amount()).isEmpty()) {
      signs.add(Sign.AMOUNT_OF_ITEM);
    } else if (owes(debtor, payment.amount())) {
      signs.add(Sign.AMOUNT_OF_ALL);
    }
    int score = Math.min(100, signs.stream().mapToInt(Sign::points).sum());
    return new Candidate(debtor, score, List.copyOf(signs), named);
  }

  private static boolean numbered(Debtor debtor, Set<String> keys) {
    return keys.contains(References.key(debtor.number()));
  }

  private static boolean documented(Debtor debtor, Set<String> keys) {
    return !named(debtor, keys).isEmpty()
        || debtor.documents().stream().anyMatch(number -> keys.contains(References.key(number)));
  }

  private static Set<Long> named(Debtor debtor, Set<String> keys) {
    Set<Long> named = new HashSet<>();
    for (OpenDebt debt : debtor.debts()) {
      if (keys.contains(References.key(debt.number()))) {
        named.add(debt.openItemId());
      }
    }
    return named;
  }

  private static boolean almostNamed(Debtor debtor, Set<String> keys) {
    return keys.stream()
        .anyMatch(
            key ->
                Typing.oneSlip(key, References.key(debtor.number()))
                    || debtor.debts().stream()
                        .anyMatch(debt -> Typing.oneSlip(key, References.key(debt.number()))));
  }

  private static boolean isPayer(IncomingPayment payment, Debtor debtor) {
    return debtor.payerKnown() || Names.similarity(payment.payerName(), debtor.name()) == SAME_NAME;
  }

  private static boolean owes(Debtor debtor, Money amount) {
    return !debtor.debts().isEmpty()
        && (!itemsOf(debtor, amount).isEmpty()
            || debtor.openTotal(amount.currency()).equals(amount));
  }

  private static Set<Long> itemsOf(Debtor debtor, Money amount) {
    return debtor.debts().stream()
        .filter(debt -> debt.open().equals(amount))
        .min(Comparator.comparing(OpenDebt::dueOn).thenComparing(OpenDebt::openItemId))
        .map(debt -> Set.of(debt.openItemId()))
        .orElse(Set.of());
  }
}
