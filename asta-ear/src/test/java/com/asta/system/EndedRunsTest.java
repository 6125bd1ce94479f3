package com.asta.system;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndedRunsTest {
  private static final long NOBODY = 999_999_999_999_999_999L;

  @TempDir private Path folder;

  @Test
  void onlyTheDatabasesOfEndedRunsGo() throws IOException {
    Path ended = file("run-" + NOBODY + "/database/base/1");
    Path log = file("run-" + NOBODY + "/server.log");
    Path running = file("run-" + ProcessHandle.current().pid() + "/database/base/1");
    Path other = file("kept/database/base/1");

    EndedRuns.sweep(folder);

    assertFalse(Files.exists(ended.getParent().getParent()));
    assertTrue(Files.exists(log));
    assertTrue(Files.exists(running));
    assertTrue(Files.exists(other));
  }

  @Test
  void nothingIsThereBeforeTheFirstRun() throws IOException {
    EndedRuns.sweep(folder.resolve("missing"));
  }

  private Path file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.createFile(file);
  }
}
