package com.asta.customers.service;

import com.asta.common.OperatorZone;
import com.asta.customers.model.Customer;
import com.asta.customers.rules.ConsentPurpose;
import com.asta.customers.rules.ContactKind;
import com.asta.customers.rules.CustomerKind;
import com.asta.customers.rules.CustomerStatus;
import com.asta.customers.rules.PartyPrint;
import com.asta.customers.rules.SearchText;
import com.asta.customers.service.CustomersRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All customers. Lists are read as projections, never as entities. */
@ApplicationScoped
class Customers {
  private static final String CARD =
      "select c.id, c.number, c.kind, c.displayName, c.givenName, c.familyName, c.nip, e.value,"
          + " p.value, a.street, a.postalCode, a.city, a.country, c.language, c.status,"
          + " c.registeredAt from Customer c"
          + " left join c.media e on e.kind = :email and e.validTo is null"
          + " left join c.media p on p.kind = :phone and p.validTo is null"
          + " left join c.addresses a on a.validTo is null";

  // A union of index look-ups: an "or" over joined tables would read them all.
  private static final String RESEMBLING =
      "select c.id, c.name_address_key from customers.customer c where c.id in ("
          + " select id from customers.customer where nip = ?1"
          + " union select id from customers.customer where name_address_key = ?2"
          + " union select customer_id from customers.contact_medium"
          + " where lower(value) = ?3 and kind = 'EMAIL' and valid_to is null"
          + " union select customer_id from customers.contact_medium"
          + " where lower(value) = ?4 and kind = 'PHONE' and valid_to is null)"
          + " order by c.id limit 10";

  @PersistenceContext private EntityManager em;
  @Inject private CustomerCards cards;

  void add(Customer customer) {
    em.persist(customer);
    customer.numbered();
  }

  Customer get(long id) {
    Customer found = em.find(Customer.class, id);
    if (found == null) {
      throw new CustomersRefused(Reason.UNKNOWN_CUSTOMER, id);
    }
    return found;
  }

  List<CustomerCard> cards(Collection<Long> ids) {
    written();
    return ids.isEmpty() ? List.of() : cards.of(ids);
  }

  List<AddressCard> addresses(Collection<Long> ids) {
    written();
    return ids.isEmpty() ? List.of() : cards.addresses(ids);
  }

  /** What this transaction has changed is seen by SQL, too. */
  private void written() {
    if (em.isJoinedToTransaction()) {
      em.flush();
    }
  }

  List<CustomerCard> byEmail(String email) {
    return cards(
        new Clauses()
            .and("lower(e.value) = :value", "value", email.strip().toLowerCase(Locale.ROOT)),
        "c.id");
  }

  List<CustomerRow> list(CustomerQuery query, int offset, int limit) {
    Clauses clauses =
        new Clauses()
            .and("c.kind = :kind", "kind", query.kind())
            .and("c.status = :status", "status", query.status())
            .and("lower(a.city) = :city", "city", lower(query.city()));
    int word = 0;
    for (String each : SearchText.words(query.text())) {
      clauses.and("c.searchText like :w" + word, "w" + word, "%" + each + "%");
      word++;
    }
    return rows(clauses, offset, limit);
  }

  /** Customers who share a sign with the print, at most ten: id and name-and-address key. */
  Map<Long, String> resembling(PartyPrint print) {
    List<?> found =
        em.createNativeQuery(RESEMBLING)
            .setParameter(1, absent(print.nip()))
            .setParameter(2, absent(print.nameAndAddress()))
            .setParameter(3, absent(print.email()))
            .setParameter(4, absent(print.phone()))
            .getResultList();
    Map<Long, String> keys = new LinkedHashMap<>();
    for (Object each : found) {
      Object[] row = (Object[]) each;
      keys.put(((Number) row[0]).longValue(), (String) row[1]);
    }
    return keys;
  }

  List<CustomerRow> rows(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : rows(new Clauses().and("c.id in :ids", "ids", ids), 0, ids.size());
  }

  List<Long> matching(CustomerCriteria criteria, long afterId, int limit) {
    return criteria(criteria)
        .and("c.id > :after", "after", afterId)
        .query(
            em,
            "select c.id from Customer c join c.addresses a on a.validTo is null",
            "order by c.id",
            Long.class)
        .setMaxResults(limit)
        .getResultList();
  }

  long countMatching(CustomerCriteria criteria) {
    return criteria(criteria)
        .query(
            em,
            "select count(c.id) from Customer c join c.addresses a on a.validTo is null",
            "",
            Long.class)
        .getSingleResult();
  }

  private static Clauses criteria(CustomerCriteria criteria) {
    return new Clauses()
        .and("c.status = :status", "status", CustomerStatus.ACTIVE)
        .and("c.kind = :kind", "kind", criteria.kind())
        .and("lower(a.city) = :city", "city", lower(criteria.city()))
        .and("c.language = :language", "language", lower(criteria.language()))
        .and("c.registeredAt >= :from", "from", startOf(criteria.registeredFrom()))
        .and("c.registeredAt < :to", "to", startOf(criteria.registeredTo()))
        .and(
            "exists (select 1 from Consent g where g.customerId = c.id and g.granted = true"
                + " and g.purpose = :purpose)",
            "purpose",
            purpose(criteria.consentPurpose()));
  }

  private List<CustomerCard> cards(Clauses clauses, String order) {
    return clauses
        .query(em, CARD, "order by " + order, Object[].class)
        .setParameter("email", ContactKind.EMAIL)
        .setParameter("phone", ContactKind.PHONE)
        .getResultList()
        .stream()
        .map(Customers::card)
        .toList();
  }

  private List<CustomerRow> rows(Clauses clauses, int offset, int limit) {
    return clauses
        .query(em, CARD, "order by c.sortName, c.id", Object[].class)
        .setParameter("email", ContactKind.EMAIL)
        .setParameter("phone", ContactKind.PHONE)
        .setFirstResult(offset)
        .setMaxResults(limit)
        .getResultList()
        .stream()
        .map(Customers::row)
        .toList();
  }

  private static CustomerCard card(Object[] row) {
    return new CustomerCard(
        (Long) row[0],
        (String) row[1],
        (CustomerKind) row[2],
        (String) row[3],
        (String) row[4],
        (String) row[5],
        (String) row[6],
        (String) row[7],
        (String) row[8],
        (String) row[9],
        (String) row[10],
        (String) row[11],
        (String) row[12],
        (String) row[13],
        (CustomerStatus) row[14]);
  }

  private static CustomerRow row(Object[] row) {
    return new CustomerRow(
        (Long) row[0],
        (String) row[1],
        (CustomerKind) row[2],
        (String) row[3],
        (String) row[6],
        (String) row[7],
        (String) row[8],
        (String) row[9],
        (String) row[10],
        (String) row[11],
        (CustomerStatus) row[14],
        OperatorZone.dayOf((Instant) row[15]));
  }

  private static ConsentPurpose purpose(String name) {
    return name == null || name.isBlank() ? null : ConsentPurpose.valueOf(name.strip());
  }

  private static Instant startOf(LocalDate day) {
    return day == null ? null : OperatorZone.startOf(day);
  }

  private static String absent(String sign) {
    return sign == null ? "" : sign;
  }

  private static String lower(String text) {
    return text == null || text.isBlank() ? null : text.strip().toLowerCase(Locale.ROOT);
  }
}
