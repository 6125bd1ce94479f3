package com.asta.system;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class KilledServerIT {

  @Test
  void aKilledServerComesBackOnTheSameDatabase() throws Exception {
    try (CrashHarness crash = CrashHarness.start("killed-server")) {
      crash.kill();
      assertFalse(crash.server().isAlive());

      crash.restart();

      assertTrue(crash.server().isAlive());
    }
  }
}
