package com.asta.billing.web;

import com.asta.billing.service.BillingRefused;
import com.asta.billing.service.NextBill;
import com.asta.billing.service.NextBill.Comparison;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The next bill with an order that is about to be confirmed; calculated once a request. */
@Named
@RequestScoped
public class NextBillPreviewView {
  @Inject private NextBill nextBill;

  private final Map<List<Object>, Comparison> answers = new HashMap<>();

  /** With offers sold to an account; null as long as something is missing. */
  public Comparison afterSale(
      List<Long> offerVersionIds, LocalDate start, Long accountId, List<String> promotions) {
    if (offerVersionIds == null || offerVersionIds.isEmpty() || start == null) {
      return null;
    }
    List<String> codes = promotions == null ? List.of() : promotions;
    return answer(
        List.of("sale", offerVersionIds, start, accountId == null ? 0L : accountId, codes),
        () -> nextBill.afterSale(offerVersionIds, start, accountId, codes));
  }

  /** With a subscription on another offer version; null as long as something is missing. */
  public Comparison afterChange(
      long accountId, long subscriptionId, Long offerVersionId, LocalDate from) {
    if (offerVersionId == null || from == null) {
      return null;
    }
    return answer(
        List.of("change", subscriptionId, offerVersionId, from),
        () -> nextBill.afterChange(accountId, subscriptionId, offerVersionId, from));
  }

  /** With a subscription ended; null as long as the day is missing. */
  public Comparison afterResignation(long accountId, long subscriptionId, LocalDate endsOn) {
    if (endsOn == null) {
      return null;
    }
    return answer(
        List.of("resignation", subscriptionId, endsOn),
        () -> nextBill.afterResignation(accountId, subscriptionId, endsOn));
  }

  /** A bill that cannot be made is none to show; an order goes on without it. */
  private Comparison answer(List<Object> question, Supplier<Comparison> bill) {
    if (!answers.containsKey(question)) {
      answers.put(question, calculated(bill));
    }
    return answers.get(question);
  }

  private static Comparison calculated(Supplier<Comparison> bill) {
    try {
      return bill.get();
    } catch (BillingRefused notBilled) {
      return null;
    }
  }
}
