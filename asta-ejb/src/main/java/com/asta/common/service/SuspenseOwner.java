package com.asta.common.service;

/** The subsystem that can try a rejected record again; a CDI bean in its service package. */
public interface SuspenseOwner {
  /** The subsystem, as given to {@link Suspense#add}. */
  String subsystem();

  /**
   * Takes the record in again, in the caller's transaction.
   *
   * @return true if it is now in; false if it is rejected as before
   */
  boolean reprocess(SuspendedRecord entry);
}
