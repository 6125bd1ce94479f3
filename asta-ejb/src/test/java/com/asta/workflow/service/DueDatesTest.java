package com.asta.workflow.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.asta.common.OperatorZone;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueDatesTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T10:00, 2, 2026-11-25T10:00",
    "2026-11-26T10:00, 2, 2026-11-30T10:00",
    "2026-11-28T10:00, 1, 2026-11-30T10:00",
    "2026-10-23T10:00, 1, 2026-10-26T10:00",
    "2026-11-23T10:00, 0, 2026-11-23T10:00"
  })
  void weekendsDoNotCount(LocalDateTime from, int days, LocalDateTime due) {
    assertEquals(due, DueDates.later(from.atZone(OperatorZone.ID), days).toLocalDateTime());
  }
}
