package com.asta.payments.rules;

/** Which collection of its mandate one is [ISO 20022, SequenceTypeCode]. */
public enum SequenceType {
  /** The first of several. */
  FRST,
  /** One between the first and the last. */
  RCUR,
  /** The only one. */
  OOFF,
  /** The last one. */
  FNAL;

  /**
   * The sequence type of a mandate's next collection.
   *
   * @param oneOff the mandate allows one collection only
   * @param ending the next collection is to be the last
   * @param used an earlier collection was not rejected
   */
  public static SequenceType next(boolean oneOff, boolean ending, boolean used) {
    if (oneOff) {
      return OOFF;
    }
    if (ending) {
      return FNAL;
    }
    return used ? RCUR : FRST;
  }

  /** After it the mandate is used up. */
  public boolean isLast() {
    return this == OOFF || this == FNAL;
  }
}
