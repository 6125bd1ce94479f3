package com.asta.workflow.service;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import org.operaton.bpm.engine.impl.ProcessEngineImpl;
import org.operaton.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.operaton.bpm.engine.impl.jobexecutor.JobExecutor;

/** Runs the engine's timers and asynchronous steps on the server's own threads. */
class JobRunner extends JobExecutor {
  private static final int POLL_MILLIS = 5_000;

  private final Executor executor;
  private final ThreadFactory threads;

  JobRunner(Executor executor, ThreadFactory threads) {
    this.executor = executor;
    this.threads = threads;
    setWaitTimeInMillis(POLL_MILLIS);
    setMaxWait(POLL_MILLIS * 2L);
  }

  @Override
  protected void startExecutingJobs() {
    jobAcquisitionThread = threads.newThread(acquireJobsRunnable);
    jobAcquisitionThread.start();
  }

  @Override
  protected void stopExecutingJobs() {
    stopJobAcquisitionThread();
  }

  @Override
  public void executeJobs(List<String> jobIds, ProcessEngineImpl engine) {
    try {
      executor.execute(new ExecuteJobsRunnable(jobIds, engine));
    } catch (RejectedExecutionException e) {
      logRejectedExecution(engine, jobIds.size());
      rejectedJobsHandler.jobsRejected(jobIds, engine, this);
    }
  }
}
