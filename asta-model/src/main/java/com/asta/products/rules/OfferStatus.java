package com.asta.products.rules;

import java.time.LocalDate;

/**
 * The lifecycle of an offer version, by TMF620.
 *
 * <p>Only {@link #IN_DESIGN}, {@link #ACTIVE}, {@link #REJECTED} and {@link #OBSOLETE} are stored;
 * {@link #LAUNCHED} and {@link #RETIRED} follow from the validity of an active version and the day
 * one looks at it.
 */
public enum OfferStatus {
  /** A draft that may still be edited. */
  IN_DESIGN,
  /** Published, and not yet on sale. */
  ACTIVE,
  /** On sale. */
  LAUNCHED,
  /** No longer sold; its subscribers keep it. */
  RETIRED,
  /** Nobody holds it any more. */
  OBSOLETE,
  /** A draft that was dropped. */
  REJECTED;

  /**
   * The status as seen on a day.
   *
   * @param validTo the first day it is no longer sold, or null when open
   */
  public OfferStatus on(LocalDate day, LocalDate validFrom, LocalDate validTo) {
    if (this != ACTIVE) {
      return this;
    }
    if (day.isBefore(validFrom)) {
      return ACTIVE;
    }
    return validTo == null || day.isBefore(validTo) ? LAUNCHED : RETIRED;
  }

  /** Whether the lifecycle leads from this status to the other one directly. */
  public boolean mayBecome(OfferStatus next) {
    return switch (this) {
      case IN_DESIGN -> next == ACTIVE || next == REJECTED;
      case ACTIVE -> next == LAUNCHED || next == RETIRED;
      case LAUNCHED -> next == RETIRED;
      case RETIRED -> next == OBSOLETE;
      case OBSOLETE, REJECTED -> false;
    };
  }
}
