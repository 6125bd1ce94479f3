package com.asta.payments.rules;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the payment that a return or reversal of the bank takes back. */
public final class Returns {
  private static final int LONGEST_DAYS = 400;

  private Returns() {}

  /** A payment that could be meant: of the same own account and the same amount. */
  public record Original(
      long paymentId, String reference, String payerAccount, String text, LocalDate receivedOn) {}

  /**
   * The payment taken back: the one whose reference the bank repeats, else the one whose payer and
   * text fit, else the payer's only one. Empty when none or several fit.
   */
  public static OptionalLong original(StatementEntry back, Collection<Original> possible) {
    Set<String> told = References.keysIn(back.text() + " " + plain(back.reference()));
    List<Original> earlier =
        possible.stream()
            .filter(each -> !each.receivedOn().isAfter(back.bookedOn()))
            .filter(each -> each.receivedOn().isAfter(back.bookedOn().minusDays(LONGEST_DAYS)))
            .toList();
    Predicate<Original> referred = each -> told.contains(References.key(plain(each.reference())));
    Predicate<Original> samePayer =
        each ->
            !each.payerAccount().isEmpty() && each.payerAccount().equals(back.payer().account());
    Predicate<Original> sameText =
        each -> {
          Set<String> said = References.keysIn(each.text());
          return !said.isEmpty() && told.containsAll(said);
        };
    for (Predicate<Original> rule : List.of(referred, samePayer.and(sameText), samePayer)) {
      List<Original> fitting = earlier.stream().filter(rule).toList();
      if (fitting.size() == 1) {
        return OptionalLong.of(fitting.get(0).paymentId());
      }
      if (fitting.size() > 1) {
        return OptionalLong.empty();
      }
    }
    return OptionalLong.empty();
  }

  private static String plain(String reference) {
    int repeated = reference.indexOf('~');
    return repeated < 0 ? reference : reference.substring(0, repeated);
  }
}
