package com.asta.customers.service;

import com.asta.common.service.Database;
import com.asta.customers.model.Account;
import com.asta.customers.service.CustomersRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All accounts. */
@ApplicationScoped
class Accounts {
  private static final String ACCOUNT = "select a from Account a where ";

  @PersistenceContext private EntityManager em;
  @Inject private Database database;

  void open(Account account) {
    em.persist(account);
    account.numbered();
  }

  AccountCard get(long id) {
    Account found = em.find(Account.class, id);
    if (found == null) {
      throw new CustomersRefused(Reason.UNKNOWN_ACCOUNT, id);
    }
    return card(found);
  }

  Optional<AccountCard> byNumber(String number) {
    return list("a.number = :key", number).stream().findFirst();
  }

  List<AccountCard> ofCustomer(long customerId) {
    return list("a.customerId = :key", customerId);
  }

  /** For thousands of ids at once: one parameter however many they are, and no entities. */
  List<AccountCard> cards(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    if (em.isJoinedToTransaction()) {
      em.flush();
    }
    return database.rows(
        "select id, number, customer_id, currency, shard from customers.account"
            + " where id = any (?) order by id",
        row ->
            new AccountCard(
                row.getLong(1), row.getString(2), row.getLong(3), row.getString(4), row.getInt(5)),
        (Object) ids.toArray(Long[]::new));
  }

  private List<AccountCard> list(String condition, Object key) {
    return em
        .createQuery(ACCOUNT + condition + " order by a.id", Account.class)
        .setParameter("key", key)
        .getResultList()
        .stream()
        .map(Accounts::card)
        .toList();
  }

  private static AccountCard card(Account account) {
    return new AccountCard(
        account.getId(),
        account.getNumber(),
        account.getCustomerId(),
        account.getCurrency(),
        account.getShard());
  }
}
