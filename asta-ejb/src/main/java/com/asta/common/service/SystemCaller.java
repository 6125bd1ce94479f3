package com.asta.common.service;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * The door by which batch artifacts and start-up code, which carry no caller, reach services: what
 * runs inside has the role {@link Roles#SYSTEM}. Joins the caller's transaction or begins one.
 */
@Stateless
@PermitAll
@RunAs(Roles.SYSTEM)
public class SystemCaller {
  /** Runs the work with the system role; checked exceptions come out wrapped. */
  public <T> T call(Callable<T> work) {
    try {
      return work.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** As {@link #call}, for work without a result. */
  public void run(Runnable work) {
    work.run();
  }

  /**
   * As {@link #run}, for work in a transaction of its own that may fail: an exception that came out
   * of here would take the caller's transaction with it.
   *
   * @return what it failed with; empty if it did not
   */
  public Optional<RuntimeException> attempt(Runnable work) {
    try {
      work.run();
      return Optional.empty();
    } catch (RuntimeException failure) {
      return Optional.of(failure);
    }
  }
}
