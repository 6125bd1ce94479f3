package com.asta.charging.rules;

import java.time.Instant;

/** What one line of a usage file turned out to be. */
public sealed interface CdrLine {
  /** Why a line cannot be read. */
  enum Fault {
    GARBAGE_LINE,
    LINE_TOO_LONG,
    HEADER_MISSING,
    FIELD_MISSING,
    BAD_TIME,
    BAD_NUMBER,
    BAD_SERVICE,
    BAD_UNITS
  }

  /**
   * A use to be priced.
   *
   * @param subscriber who pays: E.164 digits without plus, or a login
   * @param destination E.164 digits, or null
   * @param eventKey names the event within its source; the same key is the same event
   */
  record Usage(
      Instant at,
      String subscriber,
      ServiceKind service,
      String destination,
      long units,
      String eventKey)
      implements CdrLine {}

  /** Right, but nothing to charge: a call that nobody answered, a header, an empty line. */
  record NotChargeable() implements CdrLine {
    static final NotChargeable INSTANCE = new NotChargeable();
  }

  /** Not readable; the line goes to suspense as it is. */
  record Faulty(Fault fault, String detail) implements CdrLine {}
}
