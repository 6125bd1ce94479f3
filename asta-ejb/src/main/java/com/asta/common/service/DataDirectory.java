package com.asta.common.service;

import java.nio.file.Path;

/** Where this installation keeps its files: the system property {@code asta.data.dir}. */
public final class DataDirectory {
  private DataDirectory() {}

  /** The directory; without the property, a folder of the server's own data directory. */
  public static Path path() {
    String configured = System.getProperty("asta.data.dir");
    return configured == null
        ? Path.of(System.getProperty("jboss.server.data.dir", "."), "asta")
        : Path.of(configured);
  }

  /** Where files of a kind are dropped for import. */
  public static Path inbox(String kind) {
    return path().resolve("inbox").resolve(kind);
  }
}
