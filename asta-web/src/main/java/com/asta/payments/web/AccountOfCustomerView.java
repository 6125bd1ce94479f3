package com.asta.payments.web;

import com.asta.common.Iban;
import com.asta.common.web.PagedModel;
import com.asta.common.web.WebUser;
import com.asta.payments.service.AccountBalance;
import com.asta.payments.service.DunningService;
import com.asta.payments.service.DunningStepRow;
import com.asta.payments.service.FinancialAccountService;
import com.asta.payments.service.Movement;
import com.asta.payments.service.OpenItemRow;
import com.asta.payments.service.PaymentSettingsService;
import com.asta.payments.service.PostingRow;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** What a customer owes, on the customer's page. */
@Named
@ViewScoped
public class AccountOfCustomerView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private FinancialAccountService accounts;
  @Inject private DunningService dunning;
  @Inject private PaymentSettingsService settings;
  @Inject private WebUser user;

  private long loaded;
  private boolean entries;
  private transient List<AccountBalance> balances;
  private transient List<OpenItemRow> items;
  private transient List<DunningStepRow> steps;
  private transient PagedModel<Movement> movements;
  private transient PagedModel<PostingRow> postings;

  /** The balances of a customer's accounts, loaded once for the view. */
  public List<AccountBalance> balances(long customerId) {
    if (balances == null || loaded != customerId) {
      loaded = customerId;
      balances = accounts.balancesOf(customerId);
      items = accounts.openItemsOf(customerId, false);
      boolean maySee = user.any("agent cashier billing admin") && !balances.isEmpty();
      steps = maySee ? dunning.historyOf(balances.get(0).accountId()) : List.of();
      movements = null;
      postings = null;
    }
    return balances;
  }

  public List<OpenItemRow> getItems() {
    return items;
  }

  public List<DunningStepRow> getSteps() {
    return steps;
  }

  /** Movements of an account, page by page. */
  public PagedModel<Movement> movements(long accountId) {
    if (movements == null) {
      movements =
          new PagedModel<>(
              (offset, limit) -> accounts.movements(accountId, offset, limit), Movement::id);
    }
    return movements;
  }

  /** Double entries of an account, page by page. */
  public PagedModel<PostingRow> postings(long accountId) {
    if (postings == null) {
      postings =
          new PagedModel<>(
              (offset, limit) -> accounts.postings(accountId, offset, limit),
              PostingRow::transactionId);
    }
    return postings;
  }

  /** The virtual account in groups of four; empty where there is none. */
  public String virtualAccount(long accountId) {
    return settings.virtualAccount(accountId).map(Iban::spaced).orElse("");
  }

  public boolean isEntries() {
    return entries;
  }

  /** Switches between the customer's view and the bookkeeper's. */
  public void toggleEntries() {
    entries = !entries;
  }
}
