package com.asta.payments.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/**
 * Does the parts of some work side by side: one on the caller's thread, the others on their own.
 */
@ApplicationScoped
class Lanes {
  @Resource private ManagedThreadFactory threads;

  /**
   * Answers for each part, in their order, once all have ended; if some fail it fails as the first
   * of them did. The parts must not wait for each other.
   */
  <T, R> List<R> each(List<T> parts, Function<T, R> work) {
    List<FutureTask<R>> tasks = new ArrayList<>();
    parts.forEach(part -> tasks.add(new FutureTask<>(() -> work.apply(part))));
    tasks.stream().skip(1).forEach(task -> threads.newThread(task).start());
    tasks.stream().limit(1).forEach(FutureTask::run);
    List<R> answers = new ArrayList<>();
    IllegalStateException failure = null;
    for (FutureTask<R> task : tasks) {
      try {
        answers.add(ended(task));
      } catch (ExecutionException failed) {
        if (failure == null) {
          failure = new IllegalStateException("A lane failed", failed.getCause());
        } else {
          failure.addSuppressed(failed.getCause());
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
    return answers;
  }

  /** A lane commits by itself: it is waited for even if the caller is to stop. */
  private static <R> R ended(FutureTask<R> task) throws ExecutionException {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
