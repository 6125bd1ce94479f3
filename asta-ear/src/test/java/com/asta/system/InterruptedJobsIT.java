package com.asta.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.asta.common.batch.JobControl;
import com.asta.common.batch.JobRun;
import com.asta.common.service.SystemCaller;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

@ArquillianTest
class InterruptedJobsIT {
  private static final String JOB = "charging-usage-import";

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @Inject private SystemCaller system;
  @Inject private JobControl control;

  @Test
  void aJobThatStartedJustBeforeTheServerDiedIsKnownAfterwards() throws Exception {
    Map<String, String> parameters = Map.of("fileId", "0");
    long execution = system.call(() -> control.start(JOB, parameters));
    for (int i = 0; i < 200 && runs(execution).get(0).isRunning(); i++) {
      Thread.sleep(50);
    }
    forget(execution);

    adopt();
    adopt();

    List<JobRun> adopted = runs(execution);
    assertEquals(1, adopted.size());
    assertEquals(JOB, adopted.get(0).job());
    assertEquals(parameters, adopted.get(0).parameters());
  }

  private void forget(long execution) throws SQLException {
    try (var connection = database.getConnection();
        var delete =
            connection.prepareStatement("delete from common.job_run where execution_id = ?")) {
      delete.setLong(1, execution);
      assertEquals(1, delete.executeUpdate());
    }
  }

  private void adopt() {
    system.run(() -> control.adopt(Instant.now().plusSeconds(60)));
  }

  private List<JobRun> runs(long execution) {
    return system.call(() -> control.list(JOB, 0, 100)).stream()
        .filter(run -> run.executionId() == execution)
        .toList();
  }
}
