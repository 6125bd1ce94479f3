package com.asta.payments;

import com.asta.common.service.SystemCaller;
import com.asta.customers.service.AccountCard;
import com.asta.payments.rules.PayChannel;
import com.asta.payments.service.AttemptRow;
import com.asta.payments.service.FinancialAccountService;
import com.asta.payments.service.NewAttempt;
import com.asta.payments.service.OpenItemRow;
import com.asta.payments.service.PaymentAttemptService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** A customer who owes something and pays it through the simulated PayU. */
@ApplicationScoped
public class Payer {
  @Inject private SystemCaller system;
  @Inject private Debt debt;
  @Inject private PaymentAttemptService attempts;
  @Inject private FinancialAccountService accounts;

  /** Owes an amount that is due in so many days; overdue if negative. */
  OpenItemRow owes(AccountCard account, String amount, int dueInDays) {
    String number = system.call(() -> debt.oldDebt(account, amount, -dueInDays));
    return system.call(() -> accounts.openItems(account.id())).stream()
        .filter(item -> item.number().equals(number))
        .findFirst()
        .orElseThrow();
  }

  AttemptRow begins(AccountCard account, boolean remember, OpenItemRow... items) {
    NewAttempt wish =
        new NewAttempt(
            UUID.randomUUID().toString(),
            account.id(),
            List.of(items).stream().map(OpenItemRow::id).toList(),
            PayChannel.PAGE,
            null,
            remember,
            "pl",
            "127.0.0.1");
    return system.call(() -> attempts.payFor(account.customerId(), wish));
  }

  /** Begins, pays on the page, and PayU tells. */
  AttemptRow pays(AccountCard account, boolean remember, OpenItemRow... items) {
    AttemptRow begun = begins(account, remember, items);
    PayuControl.set(begun.externalId(), "COMPLETED");
    PayuControl.tell(begun.externalId(), "GOOD");
    return system.call(() -> attempts.attempt(begun.id()));
  }

  List<String> open(AccountCard account) {
    return system.call(() -> accounts.openItems(account.id())).stream()
        .map(OpenItemRow::number)
        .toList();
  }
}
