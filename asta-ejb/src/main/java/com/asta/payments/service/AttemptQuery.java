package com.asta.payments.service;

/**
 * Which attempts.
 *
 * @param show null for all
 * @param customerId null for everybody's
 */
public record AttemptQuery(Show show, Long customerId) {
  /** A choice of attempts. */
  public enum Show {
    /** Not final. */
    OPEN,
    /** Not known what became of them, or not asked about any more. */
    UNCLEAR,
    /** Refused or given up. */
    FAILED,
    COMPLETED
  }
}
