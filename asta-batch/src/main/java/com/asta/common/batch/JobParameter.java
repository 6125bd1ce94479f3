package com.asta.common.batch;

/** A parameter of a job; one with a default may be left out. */
public record JobParameter(String name, String defaultValue) {
  public boolean isRequired() {
    return defaultValue == null;
  }
}
