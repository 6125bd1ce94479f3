package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Database;
import com.asta.common.service.OperatorProfile;
import com.asta.common.service.Roles;
import com.asta.payments.rules.AgeingBucket;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Balances, open items and postings of customers' accounts. */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.BILLING, Roles.CASHIER, Roles.ADMIN, Roles.SYSTEM})
public class FinancialAccountService {
  @Inject private OpenItems openItems;
  @Inject private Ledger ledger;
  @Inject private Database sql;
  @Inject private CurrentUser user;
  @Inject private OperatorProfile operators;
  @Inject private Clock clock;

  /**
   * What is owed on an account now.
   *
   * @throws PaymentsRefused NO_SUCH_ACCOUNT if nothing was ever owed or paid on it
   */
  public AccountBalance balance(long accountId) {
    return openItems
        .balance(accountId, today())
        .orElseThrow(() -> new PaymentsRefused(Reason.NO_SUCH_ACCOUNT, accountId));
  }

  /** The balances of all accounts of a customer; empty before the first invoice or payment. */
  public List<AccountBalance> balancesOf(long customerId) {
    return accountsOf(customerId).stream()
        .map(id -> openItems.balance(id, today()))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Open items of a customer, oldest due first; settled ones too if asked for. */
  public List<OpenItemRow> openItemsOf(long customerId, boolean settledToo) {
    return openItems.rows(accountsOf(customerId), settledToo, today());
  }

  /** Open items of one account, oldest due first. */
  public List<OpenItemRow> openItems(long accountId) {
    return openItems.rows(List.of(accountId), false, today());
  }

  /** What changed the balance of an account, newest first. */
  public List<Movement> movements(long accountId, int offset, int limit) {
    return ledger.movements(accountId, offset, limit);
  }

  /** The double entries of an account, newest first. */
  public List<PostingRow> postings(long accountId, int offset, int limit) {
    return ledger.postings(accountId, offset, limit);
  }

  /** All that is open, by age, in the operator's currency. */
  public Map<AgeingBucket, Money> ageing() {
    return openItems.ageing(operators.operator().currency(), today());
  }

  /** The balances of the customer who asks. */
  @RolesAllowed(Roles.CUSTOMER)
  public List<AccountBalance> myBalances() {
    return balancesOf(user.requiredCustomerId());
  }

  /** The open items of the customer who asks. */
  @RolesAllowed(Roles.CUSTOMER)
  public List<OpenItemRow> myOpenItems() {
    return openItemsOf(user.requiredCustomerId(), false);
  }

  /** The newest movements of the customer who asks, on its first account. */
  @RolesAllowed(Roles.CUSTOMER)
  public List<Movement> myMovements(int limit) {
    return accountsOf(user.requiredCustomerId()).stream()
        .findFirst()
        .map(id -> ledger.movements(id, 0, limit))
        .orElse(List.of());
  }

  private List<Long> accountsOf(long customerId) {
    return sql.rows(
        "select account_id from payments.financial_account where customer_id = ? order by 1",
        row -> row.getLong(1),
        customerId);
  }

  private LocalDate today() {
    return OperatorZone.dayOf(clock.instant());
  }
}
