package com.asta.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.batch.JobControl;
import com.asta.common.batch.JobRun;
import com.asta.common.service.SystemCaller;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

@ArquillianTest
class InterruptedJobsIT {
  @Inject private SystemCaller system;
  @Inject private JobControl control;

  @Test
  void aJobThatStartedJustBeforeTheServerDiedIsKnownAfterwards() throws InterruptedException {
    JobOperator jobs = BatchRuntime.getJobOperator();
    Properties parameters = new Properties();
    parameters.setProperty("fileId", "7");
    long execution = jobs.start("guarded", parameters);
    for (int i = 0; i < 200 && jobs.getJobExecution(execution).getEndTime() == null; i++) {
      Thread.sleep(50);
    }
    assertTrue(runs(execution).isEmpty());

    adopt();
    adopt();

    List<JobRun> adopted = runs(execution);
    assertEquals(1, adopted.size());
    assertEquals("guarded", adopted.get(0).job());
    assertEquals(Map.of("fileId", "7"), adopted.get(0).parameters());
  }

  private void adopt() {
    system.run(() -> control.adopt(Instant.now().plusSeconds(60)));
  }

  private List<JobRun> runs(long execution) {
    return system.call(() -> control.list("guarded", 0, 100)).stream()
        .filter(run -> run.executionId() == execution)
        .toList();
  }
}
