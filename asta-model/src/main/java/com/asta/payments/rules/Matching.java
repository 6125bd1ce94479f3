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
 * Decides whose a payment is. The rules are tried in the order of the policy; a rule that fits
 * several accounts stops the search, since a later, weaker rule must not settle what a stronger one
 * left open.
 */
public final class Matching {
  private static final int SAME_NAME = 100;
  private static final int SIMILAR_NAME = 50;
  private static final int MOST_SUMMED = 12;

  private Matching() {}

  /** As {@link #decide(IncomingPayment, Collection, MatchPolicy, VirtualAccounts)}, as usual. */
  public static Match decide(IncomingPayment payment, Collection<Debtor> debtors) {
    return decide(payment, debtors, MatchPolicy.USUAL, VirtualAccounts.NONE);
  }

  /** As the other, where nobody has looked for keys in the payment's text yet. */
  public static Match decide(
      IncomingPayment payment,
      Collection<Debtor> debtors,
      MatchPolicy policy,
      VirtualAccounts virtual) {
    return decide(payment, References.keysIn(payment.text()), debtors, policy, virtual);
  }

  /**
   * The account a payment certainly belongs to, if one does.
   *
   * @param keys that {@link References#keysIn} finds in the payment's text
   * @param debtors every account that the text, the payer or the amount could mean
   */
  public static Match decide(
      IncomingPayment payment,
      Set<String> keys,
      Collection<Debtor> debtors,
      MatchPolicy policy,
      VirtualAccounts virtual) {
    for (MatchRule rule : policy.order()) {
      List<Debtor> fitting =
          debtors.stream().filter(each -> fits(rule, payment, each, keys, virtual)).toList();
      if (fitting.size() > 1) {
        return new Unmatched(Reason.SEVERAL_FIT);
      }
      if (fitting.size() == 1) {
        Debtor debtor = fitting.get(0);
        return isText(rule) && contradicted(payment, debtor, debtors, keys)
            ? new Unmatched(Reason.SEVERAL_FIT)
            : new Matched(debtor.accountId(), rule, toSettle(rule, payment, debtor, keys));
      }
    }
    return new Unmatched(Reason.NOTHING_FITS);
  }

  /**
   * Whether the answer would be the same with any further debtor whom only the payer or the amount
   * could mean: the text or the virtual account says whose it is, no weaker rule comes before, and
   * the account owes just this amount. So most payments need no look at payers and amounts.
   *
   * @param debtors every account that the text or the virtual account could mean
   */
  public static boolean isCertain(
      Match match, IncomingPayment payment, Collection<Debtor> debtors, MatchPolicy policy) {
    if (!(match instanceof Matched matched)) {
      return false;
    }
    for (MatchRule rule : policy.order()) {
      if (rule == matched.rule()) {
        return rule == MatchRule.VIRTUAL_ACCOUNT
            || debtors.stream()
                .anyMatch(
                    each ->
                        each.accountId() == matched.accountId() && owes(each, payment.amount()));
      }
      if (!isText(rule) && rule != MatchRule.VIRTUAL_ACCOUNT) {
        return false;
      }
    }
    return false;
  }

  private static boolean fits(
      MatchRule rule,
      IncomingPayment payment,
      Debtor debtor,
      Set<String> keys,
      VirtualAccounts virtual) {
    return switch (rule) {
      case VIRTUAL_ACCOUNT ->
          virtual.accountOf(payment.creditedTo()).orElse(0) == debtor.accountId();
      case ACCOUNT_NUMBER -> numbered(debtor, keys);
      case DOCUMENT_NUMBER -> documented(debtor, keys);
      case AMOUNT_AND_PAYER -> owes(debtor, payment.amount()) && isPayer(payment, debtor);
      case SUM_OF_DOCUMENTS ->
          debtor.debts().size() > 1
              && isPayer(payment, debtor)
              && !summed(debtor, payment.amount()).isEmpty();
      case DIRECT_DEBIT, BY_HAND -> false;
    };
  }

  private static Set<Long> toSettle(
      MatchRule rule, IncomingPayment payment, Debtor debtor, Set<String> keys) {
    return switch (rule) {
      case AMOUNT_AND_PAYER -> itemsOf(debtor, payment.amount());
      case SUM_OF_DOCUMENTS -> summed(debtor, payment.amount());
      default -> {
        Set<Long> named = named(debtor, keys);
        yield named.isEmpty() ? itemsOf(debtor, payment.amount()) : named;
      }
    };
  }

  private static boolean isText(MatchRule rule) {
    return rule == MatchRule.ACCOUNT_NUMBER || rule == MatchRule.DOCUMENT_NUMBER;
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

  /**
   * The text names another account as well; or it names a stranger's document by a slip: payer and
   * amount both say that it is another's.
   */
  private static boolean contradicted(
      IncomingPayment payment, Debtor referred, Collection<Debtor> debtors, Set<String> keys) {
    boolean another =
        debtors.stream()
            .anyMatch(each -> each != referred && (numbered(each, keys) || documented(each, keys)));
    return another
        || !owes(referred, payment.amount())
            && !isPayer(payment, referred)
            && debtors.stream()
                .anyMatch(each -> owes(each, payment.amount()) && isPayer(payment, each));
  }

  /**
   * The only set of two or more debts that sums to the amount, among the oldest twelve; empty if
   * there is none or more than one.
   */
  private static Set<Long> summed(Debtor debtor, Money amount) {
    List<OpenDebt> debts =
        debtor.debts().stream()
            .sorted(Comparator.comparing(OpenDebt::dueOn).thenComparing(OpenDebt::openItemId))
            .limit(MOST_SUMMED)
            .toList();
    Set<Long> found = Set.of();
    for (int mask = 1; mask < 1 << debts.size(); mask++) {
      if (Integer.bitCount(mask) > 1 && total(debts, mask, amount).equals(amount)) {
        if (!found.isEmpty()) {
          return Set.of();
        }
        found = members(debts, mask);
      }
    }
    return found;
  }

  private static Money total(List<OpenDebt> debts, int mask, Money amount) {
    Money total = Money.zero(amount.currency());
    for (int i = 0; i < debts.size(); i++) {
      if ((mask >> i & 1) == 1) {
        total = total.plus(debts.get(i).open());
        if (total.compareTo(amount) > 0) {
          return total;
        }
      }
    }
    return total;
  }

  private static Set<Long> members(List<OpenDebt> debts, int mask) {
    Set<Long> members = new HashSet<>();
    for (int i = 0; i < debts.size(); i++) {
      if ((mask >> i & 1) == 1) {
        members.add(debts.get(i).openItemId());
      }
    }
    return members;
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
