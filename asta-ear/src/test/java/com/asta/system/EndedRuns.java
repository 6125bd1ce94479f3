package com.asta.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What runs left behind in folders that end with their process ids. A bench leaves gigabytes; the
 * next run takes the databases of those that have ended away, and leaves their logs.
 */
final class EndedRuns {
  private static final Pattern OF_PROCESS = Pattern.compile(".*-(\\d{1,18})");

  private EndedRuns() {}

  /** Deletes the folders {@code database} of ended runs in a folder. */
  static void sweep(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> runs = Files.list(folder)) {
      for (Path run : runs.filter(EndedRuns::hasEnded).toList()) {
        delete(run.resolve("database"));
      }
    }
  }

  private static boolean hasEnded(Path run) {
    Matcher name = OF_PROCESS.matcher(run.getFileName().toString());
    return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> all = Files.walk(folder)) {
      deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}
