package com.asta.payments.rules;

import static com.asta.payments.rules.LedgerAccount.BANK;
import static com.asta.payments.rules.LedgerAccount.CASH;
import static com.asta.payments.rules.LedgerAccount.CUSTOMER_CREDIT;
import static com.asta.payments.rules.LedgerAccount.OPENING_BALANCE;
import static com.asta.payments.rules.LedgerAccount.RECEIVABLE;
import static com.asta.payments.rules.LedgerAccount.SALES;
import static com.asta.payments.rules.LedgerAccount.SUSPENSE;

import com.asta.common.Money;

/** Which accounts a business event moves. */
public final class Bookkeeping {
  private Bookkeeping() {}

  public static Posting invoice(Money gross) {
    return new Posting(RECEIVABLE, SALES, gross);
  }

  /** A credit note becomes credit of the customer, which then settles open items like money. */
  public static Posting creditNote(Money gross) {
    return new Posting(SALES, CUSTOMER_CREDIT, gross);
  }

  public static Posting broughtForward(Money debt) {
    return new Posting(RECEIVABLE, OPENING_BALANCE, debt);
  }

  /** Money that arrived; without a known customer it waits in suspense. */
  public static Posting payment(PaymentMethod method, Money amount, boolean customerKnown) {
    LedgerAccount credit = customerKnown ? CUSTOMER_CREDIT : SUSPENSE;
    return switch (method) {
      case BANK_TRANSFER -> new Posting(BANK, credit, amount);
      case CASH -> new Posting(CASH, credit, amount);
      case CREDIT_NOTE -> creditNote(amount);
    };
  }

  public static Posting assignment(Money amount) {
    return new Posting(SUSPENSE, CUSTOMER_CREDIT, amount);
  }

  public static Posting unassignment(Money amount) {
    return new Posting(CUSTOMER_CREDIT, SUSPENSE, amount);
  }

  public static Posting allocation(Money amount) {
    return new Posting(CUSTOMER_CREDIT, RECEIVABLE, amount);
  }

  public static Posting release(Money amount) {
    return new Posting(RECEIVABLE, CUSTOMER_CREDIT, amount);
  }
}
