package com.asta.customers.service;

import com.asta.customers.model.Interaction;
import com.asta.customers.rules.Channel;
import com.asta.customers.rules.ContactKind;
import com.asta.customers.rules.Direction;
import com.asta.customers.rules.InteractionStatus;
import com.asta.customers.rules.Topic;
import com.asta.customers.service.CustomersRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** All talks with customers, past and planned. */
@ApplicationScoped
class Interactions {
  private static final String ROW =
      "select i.id, i.customerId, c.displayName, p.value, i.status, i.channel, i.direction,"
          + " i.topic, i.summary, i.note, i.reference, i.happensAt, i.assignedTo, i.recordedBy"
          + " from Interaction i join Customer c on c.id = i.customerId"
          + " left join c.media p on p.kind = :phone and p.validTo is null";

  @PersistenceContext private EntityManager em;

  long add(Interaction interaction) {
    em.persist(interaction);
    return interaction.getId();
  }

  Interaction get(long id) {
    Interaction found = em.find(Interaction.class, id);
    if (found == null) {
      throw new CustomersRefused(Reason.UNKNOWN_INTERACTION, id);
    }
    return found;
  }

  /** Newest first; what is planned stands on top. Cancelled ones are left out. */
  List<InteractionRow> ofCustomer(long customerId, int offset, int limit) {
    return rows(
        new Clauses()
            .and("i.customerId = :customer", "customer", customerId)
            .and("i.status <> :not", "not", InteractionStatus.CANCELLED),
        "order by i.happensAt desc, i.id desc",
        offset,
        limit);
  }

  /** What a person has to hold, the most urgent first. */
  List<InteractionRow> plannedFor(String login, int offset, int limit) {
    return rows(
        new Clauses()
            .and("i.assignedTo = :login", "login", login)
            .and("i.status = :planned", "planned", InteractionStatus.PLANNED),
        "order by i.happensAt, i.id",
        offset,
        limit);
  }

  private List<InteractionRow> rows(Clauses clauses, String order, int offset, int limit) {
    return clauses
        .query(em, ROW, order, Object[].class)
        .setParameter("phone", ContactKind.PHONE)
        .setFirstResult(offset)
        .setMaxResults(limit)
        .getResultList()
        .stream()
        .map(Interactions::row)
        .toList();
  }

  private static InteractionRow row(Object[] row) {
    return new InteractionRow(
        (Long) row[0],
        (Long) row[1],
        (String) row[2],
        (String) row[3],
        (InteractionStatus) row[4],
        (Channel) row[5],
        (Direction) row[6],
        (Topic) row[7],
        (String) row[8],
        (String) row[9],
        (String) row[10],
        (Instant) row[11],
        (String) row[12],
        (String) row[13]);
  }
}
