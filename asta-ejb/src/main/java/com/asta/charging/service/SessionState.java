package com.asta.charging.service;

/** Where a charging session stands. */
public enum SessionState {
  OPEN,
  /** Ended by its last request. */
  CLOSED,
  /** Ended because nothing was heard of it. */
  EXPIRED
}
