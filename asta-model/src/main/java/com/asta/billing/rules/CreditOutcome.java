package com.asta.billing.rules;

import com.asta.common.Money;
import java.util.List;

/** What becomes of a wish to correct an invoice. */
public sealed interface CreditOutcome {

  /**
   * The credit note: amounts to add to the invoice's, so mostly negative.
   *
   * @param taxes one for each rate that changes
   */
  record Credited(List<CreditLine> lines, List<TaxLine> taxes) implements CreditOutcome {
    public Credited {
      lines = List.copyOf(lines);
      taxes = List.copyOf(taxes);
    }

    public Money net() {
      return Money.sum(taxes.stream().map(TaxLine::net).toList(), currency());
    }

    public Money tax() {
      return Money.sum(taxes.stream().map(TaxLine::tax).toList(), currency());
    }

    public Money gross() {
      return net().plus(tax());
    }

    private String currency() {
      return taxes.get(0).net().currency();
    }
  }

  /**
   * It cannot be done.
   *
   * @param line which line is at fault; 0 if none
   */
  record Impossible(Fault fault, int line) implements CreditOutcome {}

  /** What is wrong with a wish. */
  enum Fault {
    /** Every line already says what was wished. */
    NOTHING_TO_CORRECT,
    /** The invoice has no such line. */
    LINE_UNKNOWN,
    /** Less than zero, or more than is left of the line. */
    MORE_THAN_LEFT,
    /** The customer would owe more; that is a charge for the next bill, not a credit. */
    NOT_A_CREDIT
  }
}
