package com.asta.payments.rules;

import com.asta.common.Money;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Recognises the credit of a bank for cash that was taken there in a bag. */
public final class BankedCash {
  private BankedCash() {}

  /** A bag on its way; {@code bagKey} as {@link References#key} makes it. */
  public record Bag(long depositId, String bagKey, Money amount) {}

  /**
   * The bag that an entry credits: the one whose number stands in its text, whatever the bank
   * counted; else, if the operator itself paid it in, the only one of this amount.
   *
   * @param operator the operator's name
   */
  public static Optional<Bag> find(IncomingPayment entry, String operator, Collection<Bag> bags) {
    Set<String> keys = References.keysIn(entry.text());
    List<Bag> numbered = bags.stream().filter(each -> keys.contains(each.bagKey())).toList();
    if (!numbered.isEmpty()) {
      return only(numbered);
    }
    if (Names.similarity(entry.payerName(), operator) < 100) {
      return Optional.empty();
    }
    return only(bags.stream().filter(each -> each.amount().equals(entry.amount())).toList());
  }

  private static Optional<Bag> only(List<Bag> bags) {
    return bags.size() == 1 ? Optional.of(bags.get(0)) : Optional.empty();
  }
}
