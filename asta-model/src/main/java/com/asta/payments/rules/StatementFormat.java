package com.asta.payments.rules;

/** The formats banks send. */
public enum StatementFormat {
  /** ISO 20022 account statement. */
  CAMT053,
  /** ISO 20022 debit and credit notification: no balances, all details. */
  CAMT054,
  /** SWIFT customer statement. */
  MT940,
  /** The Polish clearing house's fixed fields, as banks report mass payments. */
  ELIXIR0,
  /** A table whose columns the operator named. */
  CSV
}
