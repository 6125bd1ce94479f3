package com.asta.payments.rules;

/** A statement file cannot be taken; says why and, where it helps, where. */
public class StatementFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final String detail;

  public StatementFault(Reason reason, String detail) {
    super(reason + ": " + detail);
    this.reason = reason;
    this.detail = detail;
  }

  public Reason reason() {
    return reason;
  }

  public String detail() {
    return detail;
  }

  /** Why a file is refused; the names are message keys. */
  public enum Reason {
    NOT_XML,
    DOCTYPE_FORBIDDEN,
    UNKNOWN_FORMAT,
    NO_MAPPING,
    BAD_ENCODING,
    BAD_VALUE,
    TOO_LARGE,
    NO_STATEMENT,
    BALANCE_MISSING,
    CURRENCY_MIXED,
    SUMS_DIFFER,
    UNKNOWN_ACCOUNT,
    DUPLICATE_STATEMENT,
    PERIOD_CLOSED,
    /** A report that answers nothing. */
    NO_STATUS,
    DUPLICATE_REPORT,
    /** A report about a file that is not ours. */
    UNKNOWN_ORIGINAL
  }
}
