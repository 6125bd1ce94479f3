package com.asta.payments.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollisionsTest {
  private final List<String> tried = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"23505, 2", "40P01, 2", "23514, 1", "57014, 1"})
  void onlyWhatMetAnotherImportBeginsAgain(String state, int tries) {
    try {
      assertEquals("done", Collisions.again(() -> work(state, 1)));
    } catch (IllegalStateException failed) {
      assertEquals(1, tries);
    }
    assertEquals(tries, tried.size());
  }

  @Test
  void whatCollidesAgainAndAgainFails() {
    assertThrows(IllegalStateException.class, () -> Collisions.again(() -> work("23505", 99)));
    assertEquals(5, tried.size());
  }

  private String work(String state, int failures) {
    tried.add(state);
    if (tried.size() <= failures) {
      throw new IllegalStateException(new SQLException("refused", state));
    }
    return "done";
  }
}
