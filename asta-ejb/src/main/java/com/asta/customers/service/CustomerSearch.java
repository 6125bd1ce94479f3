package com.asta.customers.service;

import com.asta.common.service.SearchHit;
import com.asta.common.service.SearchSource;
import com.asta.customers.rules.SearchText;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds customers for the search on every page. */
@ApplicationScoped
public class CustomerSearch implements SearchSource {
  private static final int SHORTEST = 2;

  @EJB private CustomerService customers;

  @Override
  public List<SearchHit> search(String text, int limit) {
    if (String.join("", SearchText.words(text)).length() < SHORTEST) {
      return List.of();
    }
    return customers.list(new CustomerQuery(text, null, null, null), 0, limit).stream()
        .map(CustomerSearch::hit)
        .toList();
  }

  private static SearchHit hit(CustomerRow row) {
    String subtitle =
        Stream.of(
                row.number(),
                row.street() + ", " + row.postalCode() + " " + row.city(),
                row.phone())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" · "));
    return new SearchHit(
        "customer",
        row.displayName(),
        subtitle,
        "/customers/customer.xhtml?id=" + row.id(),
        row.id());
  }
}
