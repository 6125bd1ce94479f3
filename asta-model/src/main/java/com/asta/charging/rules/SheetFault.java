package com.asta.charging.rules;

/**
 * What is wrong with one line of a table that a person wrote.
 *
 * @param line line of the file, or row of the grid; the first is 1
 * @param column name of the column, or an empty text when the whole line is meant
 * @param value what stands there, shortened
 */
public record SheetFault(long line, String column, Problem problem, String value) {
  private static final int SHOWN = 60;

  /** The reason; also the message key of what to do about it. */
  public enum Problem {
    NOT_READABLE,
    NO_HEADER,
    UNKNOWN_COLUMN,
    MISSING_COLUMN,
    TOO_MANY_LINES,
    TOO_MANY_FIELDS,
    MISSING,
    BAD_CODE,
    UNKNOWN_SERVICE,
    BAD_PRICE,
    BAD_QUANTITY,
    BAD_STEPS,
    BAD_TIERS,
    STEPS_AND_TIERS,
    UNKNOWN_METHOD,
    BAD_VAT,
    BAD_DATE,
    BAD_TIME,
    BAD_LEVELS,
    TOO_LONG,
    SAME_ROW_TWICE,
    BAD_PREFIX,
    SAME_PREFIX_TWICE,
    NOT_ACCEPTED
  }

  public SheetFault {
    value = value == null ? "" : value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
  }
}
