package com.asta.products.service;

import com.asta.common.service.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What accounts have subscribed to, as billing needs it. Phases and subscriptions are each read by
 * the list of their keys and put together here: for that the database goes along an index once,
 * while a join would go down it for every phase.
 */
@ApplicationScoped
class SubscribedPhases {
  private record Phase(long subscriptionId, long versionId, LocalDate from, LocalDate to) {}

  private record Owner(
      long accountId,
      String serviceId,
      LocalDate activatedOn,
      LocalDate resignedFor,
      Set<String> promotions) {}

  @Inject private Projections projections;

  /** Phases with a day in [from, to), by account, subscription and time; no members of bundles. */
  List<SubscribedPhase> of(Collection<Long> accountIds, LocalDate from, LocalDate to) {
    List<Phase> phases =
        projections.list(
            "select subscription_id, offer_version_id, starts_on, ends_on"
                + " from products.subscription_phase where account_id = any(?) and starts_on < ?"
                + " and (ends_on is null or ends_on > ?)"
                + " order by account_id, subscription_id, starts_on",
            row ->
                new Phase(
                    row.getLong(1),
                    row.getLong(2),
                    Database.date(row, "starts_on"),
                    Database.date(row, "ends_on")),
            accountIds,
            to,
            from);
    Map<Long, Owner> owners = owners(phases);
    List<SubscribedPhase> subscribed = new ArrayList<>(phases.size());
    for (Phase phase : phases) {
      Owner owner = owners.get(phase.subscriptionId());
      if (owner != null) {
        subscribed.add(
            new SubscribedPhase(
                phase.subscriptionId(),
                owner.accountId(),
                phase.versionId(),
                phase.from(),
                phase.to(),
                owner.serviceId(),
                owner.activatedOn(),
                owner.resignedFor(),
                owner.promotions()));
      }
    }
    return subscribed;
  }

  private Map<Long, Owner> owners(List<Phase> phases) {
    Map<Long, Owner> owners = new HashMap<>();
    Set<Long> ids = new HashSet<>();
    phases.forEach(phase -> ids.add(phase.subscriptionId()));
    projections.list(
        "select id, account_id, service_id, activated_on, ends_on, promotions"
            + " from products.subscription where id = any(?) and not included",
        row ->
            owners.put(
                row.getLong(1),
                new Owner(
                    row.getLong(2),
                    row.getString(3),
                    Database.date(row, "activated_on"),
                    Database.date(row, "ends_on"),
                    promotions(row.getString(6)))),
        ids);
    return owners;
  }

  private static Set<String> promotions(String codes) {
    return codes == null ? Set.of() : Set.of(codes.split(" "));
  }
}
