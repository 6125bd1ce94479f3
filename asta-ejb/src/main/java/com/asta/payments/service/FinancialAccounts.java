package com.asta.payments.service;

import com.asta.common.service.Database;
import com.asta.customers.service.AccountCard;
import com.asta.customers.service.CustomerService;
import com.asta.payments.model.FinancialAccount;
import com.asta.payments.rules.References;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;

/** All financial accounts; one is opened the first time something is owed or paid. */
@ApplicationScoped
class FinancialAccounts {
  @PersistenceContext(unitName = "asta")
  private EntityManager entities;

  @Inject private CustomerService customers;
  @Inject private Database sql;
  @Inject private Clock clock;

  /**
   * The account, locked until the transaction ends, so that its money moves one step at a time.
   * Whoever locks several does so in the order of their ids.
   */
  FinancialAccount locked(long accountId) {
    FinancialAccount found = lock(accountId);
    if (found == null) {
      open(customers.account(accountId));
      found = lock(accountId);
    }
    return found;
  }

  /** Opens the account if it is not open yet; locks nothing. */
  void known(long accountId) {
    if (entities.find(FinancialAccount.class, accountId) == null) {
      open(customers.account(accountId));
    }
  }

  private FinancialAccount lock(long accountId) {
    return entities.find(FinancialAccount.class, accountId, LockModeType.PESSIMISTIC_WRITE);
  }

  private void open(AccountCard card) {
    sql.update(
        "insert into payments.financial_account"
            + " (account_id, customer_id, shard, number, number_key, currency, opened_at)"
            + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
        card.id(),
        card.customerId(),
        card.shard(),
        card.number(),
        References.key(card.number()),
        card.currency(),
        clock.instant());
  }
}
