package com.asta.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.service.SystemCaller;
import jakarta.annotation.Resource;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class SystemRoleIT {

  @Inject private SystemCaller system;
  @Inject private GuardedService service;
  @Inject private JMSContext messages;

  @Resource(lookup = "java:global/jms/guarded")
  private Queue queue;

  @Test
  void aStrangerIsRefused() {
    assertThrows(EJBAccessException.class, () -> service.reach("nowhere"));
  }

  @Test
  void theSystemDoorOpensTheService() {
    assertTrue(system.call(() -> service.reach("test")));
  }

  @Test
  void theStartOfTheServerReachesTheService() {
    assertTrue(GuardedService.wasReachedFrom("start"));
  }

  @Test
  void aMessageReachesTheService() throws InterruptedException {
    messages.createProducer().send(queue, "knock");

    await(() -> GuardedService.wasReachedFrom("message"));
  }

  @Test
  void aBatchThreadReachesTheService() throws InterruptedException {
    JobOperator jobs = BatchRuntime.getJobOperator();
    long execution = jobs.start("guarded", new Properties());

    await(() -> jobs.getJobExecution(execution).getEndTime() != null);
    assertEquals(BatchStatus.COMPLETED, jobs.getJobExecution(execution).getBatchStatus());
    assertEquals("REACHED", jobs.getStepExecutions(execution).get(0).getExitStatus());
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (!condition.getAsBoolean()) {
      assertTrue(Instant.now().isBefore(end), "in time");
      Thread.sleep(50);
    }
  }
}
