package com.asta.payments.rules;

/** Under which rulebook an account is debited. */
public enum MandateScheme {
  /** SEPA Direct Debit Core: the debtor may have the money back for eight weeks. */
  CORE,
  /** SEPA Direct Debit B2B: between businesses, without that right. */
  B2B,
  /** A country's own direct debit in its own currency, such as the Polish polecenie zapłaty. */
  DOMESTIC
}
