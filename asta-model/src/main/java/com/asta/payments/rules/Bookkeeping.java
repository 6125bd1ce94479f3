package com.asta.payments.rules;

import static com.asta.payments.rules.LedgerAccount.BANK;
import static com.asta.payments.rules.LedgerAccount.BANK_CHARGES;
import static com.asta.payments.rules.LedgerAccount.CASH;
import static com.asta.payments.rules.LedgerAccount.CASH_ADVANCES;
import static com.asta.payments.rules.LedgerAccount.CASH_DIFFERENCES;
import static com.asta.payments.rules.LedgerAccount.CASH_IN_TRANSIT;
import static com.asta.payments.rules.LedgerAccount.COLLECTION;
import static com.asta.payments.rules.LedgerAccount.CUSTOMER_CREDIT;
import static com.asta.payments.rules.LedgerAccount.OPENING_BALANCE;
import static com.asta.payments.rules.LedgerAccount.OUTGOING;
import static com.asta.payments.rules.LedgerAccount.PROVIDER_CLEARING;
import static com.asta.payments.rules.LedgerAccount.PROVIDER_FEES;
import static com.asta.payments.rules.LedgerAccount.RECEIVABLE;
import static com.asta.payments.rules.LedgerAccount.SALES;
import static com.asta.payments.rules.LedgerAccount.SMALL_DIFFERENCES;
import static com.asta.payments.rules.LedgerAccount.SUSPENSE;
import static com.asta.payments.rules.LedgerAccount.VAT_DUE;

import com.asta.common.Money;
import java.util.ArrayList;
import java.util.List;

/** Which accounts a business event moves. */
public final class Bookkeeping {
  private Bookkeeping() {}

  public static Posting invoice(Money gross) {
    return new Posting(RECEIVABLE, SALES, gross);
  }

  /**
   * An invoice by tax rate: net to sales, tax to what is due. A rate whose net is negative (a
   * discount) moves the other way.
   *
   * @param rates their net and tax sum to {@code gross}; none means all is sales
   */
  public static List<Posting> invoice(Money gross, List<TaxedAmount> rates) {
    return split(RECEIVABLE, gross, rates);
  }

  /** A credit note by tax rate; amounts as for {@link #invoice(Money, List)}, not negative. */
  public static List<Posting> creditNote(Money gross, List<TaxedAmount> rates) {
    return split(
        CUSTOMER_CREDIT, gross.negated(), rates.stream().map(TaxedAmount::negated).toList());
  }

  private static List<Posting> split(LedgerAccount other, Money gross, List<TaxedAmount> rates) {
    if (rates.isEmpty()) {
      return List.of(moved(other, SALES, gross, ""));
    }
    Money sum = Money.zero(gross.currency());
    List<Posting> postings = new ArrayList<>();
    for (TaxedAmount each : rates) {
      sum = sum.plus(each.net()).plus(each.tax());
      if (!each.net().isZero()) {
        postings.add(moved(other, SALES, each.net(), each.rate()));
      }
      if (!each.tax().isZero()) {
        postings.add(moved(other, VAT_DUE, each.tax(), each.rate()));
      }
    }
    if (!sum.equals(gross)) {
      throw new IllegalArgumentException("Rates sum to " + sum + ", not to gross " + gross);
    }
    return postings;
  }

  private static Posting moved(
      LedgerAccount debit, LedgerAccount credit, Money amount, String rate) {
    return amount.isNegative()
        ? new Posting(credit, debit, amount.negated(), rate)
        : new Posting(debit, credit, amount, rate);
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
      case CARD, BLIK, ONLINE -> new Posting(PROVIDER_CLEARING, credit, amount);
      case DIRECT_DEBIT -> new Posting(COLLECTION, credit, amount);
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

  public static Posting writeOff(Money rest) {
    return new Posting(SMALL_DIFFERENCES, RECEIVABLE, rest);
  }

  public static Posting writeOffReversal(Money rest) {
    return new Posting(RECEIVABLE, SMALL_DIFFERENCES, rest);
  }

  /** A debt that nobody will pay becomes a loss. */
  public static Posting badDebt(Money lost) {
    return new Posting(LedgerAccount.BAD_DEBT, RECEIVABLE, lost);
  }

  /** A payment went back; of a known customer it was credit by then. */
  public static Posting returned(Money amount, boolean customerKnown) {
    return new Posting(customerKnown ? CUSTOMER_CREDIT : SUSPENSE, BANK, amount);
  }

  /** As {@link #returned(Money, boolean)}; cash goes back out of the drawer. */
  public static Posting returned(PaymentMethod method, Money amount, boolean customerKnown) {
    return method == PaymentMethod.CASH
        ? new Posting(customerKnown ? CUSTOMER_CREDIT : SUSPENSE, CASH, amount)
        : returned(amount, customerKnown);
  }

  /** Credit of a customer goes back through the payment provider. */
  public static Posting providerRefund(Money amount) {
    return new Posting(CUSTOMER_CREDIT, PROVIDER_CLEARING, amount);
  }

  /** The payment provider did not give it back: it is the customer's credit again. */
  public static Posting providerRefundReversal(Money amount) {
    return new Posting(PROVIDER_CLEARING, CUSTOMER_CREDIT, amount);
  }

  /** What the payment provider paid out leaves suspense, and its fee is an expense. */
  public static List<Posting> payout(PayoutSplit split) {
    List<Posting> postings = new ArrayList<>();
    postings.add(new Posting(SUSPENSE, PROVIDER_CLEARING, split.net()));
    if (!split.fee().isZero()) {
      postings.add(new Posting(PROVIDER_FEES, PROVIDER_CLEARING, split.fee()));
    }
    return postings;
  }

  /** The bank credited collections; a negative amount took some back before they were settled. */
  public static Posting collected(Money amount) {
    return moved(BANK, COLLECTION, amount, "");
  }

  /** The bank said that it will take a collection back; {@link #collected} books when it does. */
  public static Posting returnReported(Money amount) {
    return new Posting(CUSTOMER_CREDIT, COLLECTION, amount);
  }

  /** Credit is to be paid out; {@link #outgoing} books when it leaves the bank account. */
  public static Posting refund(Money amount) {
    return new Posting(CUSTOMER_CREDIT, OUTGOING, amount);
  }

  public static Posting refundReversal(Money amount) {
    return new Posting(OUTGOING, CUSTOMER_CREDIT, amount);
  }

  /**
   * Cash moved without a customer's payment.
   *
   * @param amount positive into the drawer, negative out of it
   * @param kind neither a receipt nor its cancellation, which are payments
   */
  public static Posting cash(CashMovementKind kind, Money amount) {
    return switch (kind) {
      case FLOAT, PAID_IN, PAID_OUT -> moved(CASH, CASH_ADVANCES, amount, "");
      case DEPOSIT -> moved(CASH, CASH_IN_TRANSIT, amount, "");
      case DIFFERENCE -> moved(CASH, CASH_DIFFERENCES, amount, "");
      case RECEIPT, CANCELLATION ->
          throw new IllegalArgumentException(kind + " of " + amount + " is booked as a payment");
    };
  }

  /** The bank credited a bag of cash, perhaps with another amount than was put into it. */
  public static List<Posting> banked(Money sent, Money credited) {
    List<Posting> postings = new ArrayList<>();
    postings.add(new Posting(BANK, CASH_IN_TRANSIT, sent.min(credited)));
    Money surplus = credited.minus(sent);
    if (surplus.isPositive()) {
      postings.add(new Posting(BANK, CASH_DIFFERENCES, surplus));
    } else if (surplus.isNegative()) {
      postings.add(new Posting(CASH_DIFFERENCES, CASH_IN_TRANSIT, surplus.negated()));
    }
    return postings;
  }

  /** Money left the bank account; a negative amount came back to it. */
  public static Posting outgoing(Money amount) {
    return moved(OUTGOING, BANK, amount, "");
  }

  public static Posting charge(Money amount) {
    return moved(BANK_CHARGES, BANK, amount, "");
  }
}
