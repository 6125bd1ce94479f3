package com.asta.workflow.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.operaton.bpm.engine.OptimisticLockingException;
import org.operaton.bpm.engine.ProcessEngineException;
import org.operaton.bpm.engine.impl.util.EnsureUtil;

class WorkflowServiceTest {
  @ParameterizedTest
  @MethodSource
  void aRaceIsToldFromAFault(ProcessEngineException failure, boolean race) {
    assertEquals(race, WorkflowService.saysThatItMoved(failure));
  }

  static Stream<Arguments> aRaceIsToldFromAFault() {
    return Stream.of(
        Arguments.of(new OptimisticLockingException("updated by another"), true),
        Arguments.of(
            brokenOff(
                "More batch results than scheduled operations detected. This indicates a bug"),
            true),
        Arguments.of(
            new ProcessEngineException(
                "An exception occurred in the persistence layer",
                brokenOff("More batch results than scheduled operations detected")),
            true),
        Arguments.of(
            new ProcessEngineException(
                "An exception occurred in the persistence layer",
                new SQLException("is still referenced from table act_ru_execution", "23503")),
            true),
        Arguments.of(
            new ProcessEngineException(
                "An exception occurred in the persistence layer",
                new SQLException("duplicate key", "23505")),
            false),
        Arguments.of(new ProcessEngineException("no such task"), false),
        Arguments.of(new ProcessEngineException(), false));
  }

  /** As the engine checks what it has flushed. */
  private static ProcessEngineException brokenOff(String message) {
    return assertThrows(ProcessEngineException.class, () -> EnsureUtil.ensureTrue(message, false));
  }
}
