package com.asta.payments;

import com.asta.common.service.Database;
import com.asta.customers.service.AccountCard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Customers with a service that billing knows of. */
@ApplicationScoped
class Subscribers {
  @Inject private Debt debt;
  @Inject private Database database;

  /** Registers a customer, sells a service and waits for billing to hear of it. */
  AccountCard customer(String familyName) {
    AccountCard account = debt.customer(familyName);
    subscribe(account);
    return account;
  }

  /** Sells the account a service and waits for billing to hear of it. */
  void subscribe(AccountCard account) {
    debt.subscribe(account);
    Eventually.get(
        "billing account of " + account.number(),
        () ->
            Optional.of(
                    database.number(
                        "select count(*) from billing.billing_account where account_id = ?",
                        account.id()))
                .filter(found -> found == 1));
  }
}
