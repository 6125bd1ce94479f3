package com.asta.payments.service;

import com.asta.common.service.AuditLog;
import com.asta.payments.model.FinancialAccount;
import com.asta.payments.model.Payment;
import com.asta.payments.rules.StatementEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Undoes payments that the bank took back: what they settled is open again. */
@ApplicationScoped
class PaymentReturns {
  @Inject private Payments payments;
  @Inject private FinancialAccounts accounts;
  @Inject private Settlement settlement;
  @Inject private BankEntries bank;
  @Inject private AuditLog audit;

  /** Undoes a payment by a statement entry; the entry is linked with it. */
  void takeBack(long paymentId, long entryId, StatementEntry entry) {
    long accountId = payments.accountOf(paymentId);
    FinancialAccount account = accountId == 0 ? null : accounts.locked(accountId);
    Payment payment = payments.locked(paymentId);
    settlement.releaseAll(payment);
    settlement.sendBack(payment, account, entry.bookedOn(), entry.reference());
    bank.linked(entryId, paymentId);
    audit.record("Payment", paymentId, "returned", null, null, entry.reference());
  }
}
