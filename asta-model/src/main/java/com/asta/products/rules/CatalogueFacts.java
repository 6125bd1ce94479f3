package com.asta.products.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the check of a draft has to know about the rest of the catalogue.
 *
 * @param published the other published versions of the same offer
 * @param tariffs the codes of the tariffs that exist
 * @param members the published versions of the offers that the draft bundles, by offer code
 * @param currency the operator's currency
 * @param promotions the codes of the promotions that exist
 */
public record CatalogueFacts(
    List<PublishedSpan> published,
    Set<String> tariffs,
    Map<String, List<PublishedSpan>> members,
    String currency,
    Set<String> promotions) {

  /** Facts of a catalogue without promotions. */
  public CatalogueFacts(
      List<PublishedSpan> published,
      Set<String> tariffs,
      Map<String, List<PublishedSpan>> members,
      String currency) {
    this(published, tariffs, members, currency, Set.of());
  }

  public CatalogueFacts {
    published = List.copyOf(published);
    tariffs = Set.copyOf(tariffs);
    members = Map.copyOf(members);
    promotions = Set.copyOf(promotions);
  }

  /**
   * When a published version is sold.
   *
   * @param end the first day it is no longer sold, or null when open
   */
  public record PublishedSpan(int version, LocalDate start, LocalDate end, boolean bundle) {

    boolean contains(LocalDate day) {
      return !day.isBefore(start) && (end == null || day.isBefore(end));
    }
  }
}
