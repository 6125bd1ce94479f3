package com.asta.billing.service;

import com.asta.common.service.Database;
import com.asta.customers.service.AccountCard;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes on invoices for whom a payer pays: the account's number and name as of that day. */
@ApplicationScoped
class LineOwners {
  private record Owned(long accountId, long invoiceId, long owner) {}

  @Inject private Database sql;
  @Inject private CustomerService customers;

  /** Names the owners of the lines of some invoices; nothing where accounts pay for themselves. */
  void name(Collection<Long> accountIds, Collection<Long> invoiceIds) {
    List<Owned> owned =
        sql.rows(
            "select distinct account_id, bill_id, owner_account_id from billing.bill_item"
                + " where account_id = any (?) and bill_id = any (?)"
                + " and owner_account_id is not null",
            row -> new Owned(row.getLong(1), row.getLong(2), row.getLong(3)),
            accountIds,
            invoiceIds);
    Map<Long, AccountCard> accounts =
        customers.accounts(owned.stream().map(Owned::owner).collect(Collectors.toSet()));
    Map<Long, CustomerCard> cards =
        customers.cards(
            accounts.values().stream().map(AccountCard::customerId).collect(Collectors.toSet()));
    List<Object[]> rows = new ArrayList<>();
    for (Owned each : owned) {
      AccountCard account = accounts.get(each.owner());
      String name = account.number() + ", " + cards.get(account.customerId()).displayName();
      rows.add(new Object[] {name, each.accountId(), each.invoiceId(), each.owner()});
    }
    sql.batch(
        "update billing.bill_item set owner_name = ? where account_id = ? and bill_id = ?"
            + " and owner_account_id = ?",
        rows);
  }
}
