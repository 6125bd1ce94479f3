package com.asta.customers.service;

import com.asta.common.service.AuditLog;
import com.asta.common.service.Outbox;
import com.asta.customers.event.ConsentWithdrawn;
import com.asta.customers.model.Consent;
import com.asta.customers.rules.ConsentPurpose;
import com.asta.customers.rules.ConsentSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What every customer agreed to. */
@ApplicationScoped
class Consents {
  @PersistenceContext private EntityManager em;
  @Inject private AuditLog audit;
  @Inject private Outbox outbox;
  @Inject private Clock clock;

  /** One card per purpose, those never asked for included. */
  List<ConsentCard> of(long customerId) {
    List<Consent> decided =
        em.createQuery("select c from Consent c where c.customerId = :id", Consent.class)
            .setParameter("id", customerId)
            .getResultList();
    return Arrays.stream(ConsentPurpose.values()).map(p -> card(p, decided)).toList();
  }

  boolean granted(long customerId, ConsentPurpose purpose) {
    return find(customerId, purpose).map(Consent::isGranted).orElse(false);
  }

  /** Stores a decision that differs from the last one, with its trace. */
  void decide(long customerId, ConsentPurpose purpose, boolean granted, ConsentSource source) {
    Optional<Consent> last = find(customerId, purpose);
    if (last.isPresent() && last.get().isGranted() == granted) {
      return;
    }
    Instant now = clock.instant();
    last.ifPresentOrElse(
        consent -> consent.decide(granted, source, now),
        () -> em.persist(new Consent(customerId, purpose, granted, source, now)));
    audit.change(
        "Customer",
        customerId,
        "consent " + purpose,
        last.isPresent() ? String.valueOf(!granted) : null,
        granted + " (" + source + ")");
    if (last.isPresent() && !granted) {
      outbox.publish(new ConsentWithdrawn(customerId, purpose.name()));
    }
  }

  private Optional<Consent> find(long customerId, ConsentPurpose purpose) {
    return em.createQuery(
            "select c from Consent c where c.customerId = :id and c.purpose = :purpose",
            Consent.class)
        .setParameter("id", customerId)
        .setParameter("purpose", purpose)
        .getResultStream()
        .findFirst();
  }

  private static ConsentCard card(ConsentPurpose purpose, List<Consent> decided) {
    return decided.stream()
        .filter(c -> c.getPurpose() == purpose)
        .map(c -> new ConsentCard(purpose, c.isGranted(), c.getSource(), c.getDecidedAt()))
        .findFirst()
        .orElse(new ConsentCard(purpose, false, null, null));
  }
}
