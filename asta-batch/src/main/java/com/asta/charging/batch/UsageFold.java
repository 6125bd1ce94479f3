package com.asta.charging.batch;

import com.asta.charging.service.UsageImportService;
import com.asta.common.service.SystemCaller;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * Folds a file's sums into the totals, two slices at a time; also what a crash left half folded.
 */
@Dependent
class UsageFold {
  @Resource private ManagedExecutorService threads;
  @Inject private SystemCaller system;
  @Inject private UsageImportService imports;

  void run(long fileId) {
    Queue<Integer> left = new ConcurrentLinkedQueue<>(system.call(() -> imports.unfolded(fileId)));
    if (left.size() > 1) {
      Future<?> other = threads.submit(() -> fold(fileId, left));
      try {
        fold(fileId, left);
      } finally {
        await(other);
      }
    } else {
      fold(fileId, left);
    }
    system.run(() -> imports.folded(fileId));
  }

  private void fold(long fileId, Queue<Integer> left) {
    for (Integer slice = left.poll(); slice != null; slice = left.poll()) {
      int next = slice;
      system.run(() -> imports.fold(fileId, next));
    }
  }

  private static void await(Future<?> other) {
    try {
      other.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Sums could not be folded", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
