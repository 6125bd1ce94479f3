package com.asta.payments.service;

import com.asta.common.service.SearchHit;
import com.asta.common.service.SearchSource;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Finds payments by the bank's reference, for the search on every page. */
@ApplicationScoped
public class PaymentSearch implements SearchSource {
  private static final int SHORTEST = 5;

  @EJB private PaymentService payments;

  @Override
  public List<SearchHit> search(String text, int limit) {
    if (text.strip().length() < SHORTEST) {
      return List.of();
    }
    return payments.list(PaymentQuery.ofReference(text), 0, limit).stream()
        .map(
            row ->
                new SearchHit(
                    "payment",
                    row.reference(),
                    row.amount() + " · " + row.receivedOn() + " · " + row.payerName(),
                    "/payments/payment.xhtml?id=" + row.id(),
                    row.id()))
        .toList();
  }
}
