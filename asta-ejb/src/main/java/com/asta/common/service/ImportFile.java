package com.asta.common.service;

import java.nio.file.Path;
import java.time.Instant;

/** A file that was accepted for import and is kept as it came. */
public record ImportFile(
    long id,
    String kind,
    String name,
    String sha256,
    long sizeBytes,
    Path path,
    Instant acceptedAt,
    String acceptedBy) {

  /** How its rejected records name it in suspense: name and id, since names repeat. */
  public String source() {
    return name + " #" + id;
  }
}
