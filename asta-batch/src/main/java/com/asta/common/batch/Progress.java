package com.asta.common.batch;

import com.asta.common.service.Database;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/**
 * Counts the work of a step; inject it into an artifact. Counts are written in the caller's
 * transaction: those of a chunk that rolls back vanish with it, and a restarted job goes on where
 * it was. Threads of a partitioned step do not wait for each other.
 */
@Dependent
public class Progress {
  private static final int LANES = 64;
  private static final String UPSERT =
      "insert into common.job_progress (instance_id, step, lane, total, done, rejected)"
          + " values (?, ?, ?, ?, ?, ?) on conflict (instance_id, step, lane) do update set"
          + " total = coalesce(excluded.total, job_progress.total),"
          + " done = job_progress.done + excluded.done,"
          + " rejected = job_progress.rejected + excluded.rejected, updated_at = now()";
  private static final short TOTALS = -1;

  @Inject private JobContext job;
  @Inject private StepContext step;
  @Inject private Database database;

  /** Says how many records the step has in all; said again it replaces the number. */
  public void total(long records) {
    write(TOTALS, records, 0, 0);
  }

  /** Adds records that were done. */
  public void done(long records) {
    if (records != 0) {
      write(lane(), null, records, 0);
    }
  }

  /** Adds records that were rejected and lie in suspense. */
  public void rejected(long records) {
    if (records != 0) {
      write(lane(), null, 0, records);
    }
  }

  private void write(short lane, Long total, long done, long rejected) {
    database.update(UPSERT, job.getInstanceId(), step.getStepName(), lane, total, done, rejected);
  }

  private static short lane() {
    return (short) (Thread.currentThread().getId() % LANES);
  }
}
