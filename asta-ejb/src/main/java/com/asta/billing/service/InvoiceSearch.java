package com.asta.billing.service;

import com.asta.common.service.SearchHit;
import com.asta.common.service.SearchSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Finds invoices by the beginning of their number. */
@ApplicationScoped
public class InvoiceSearch implements SearchSource {
  private static final int SHORTEST = 3;

  @Inject private Invoices invoices;

  @Override
  public List<SearchHit> search(String text, int limit) {
    String number = text.strip().toUpperCase();
    if (number.length() < SHORTEST || number.chars().noneMatch(Character::isDigit)) {
      return List.of();
    }
    return invoices.numbered(number, limit).stream()
        .map(
            row ->
                new SearchHit(
                    "invoice",
                    row.number(),
                    row.buyerName() + " · " + row.gross(),
                    "/billing/" + row.page() + "?id=" + row.id(),
                    row.id()))
        .toList();
  }
}
