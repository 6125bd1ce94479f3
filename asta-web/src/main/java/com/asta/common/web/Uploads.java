package com.asta.common.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** The bound of an upload, for {@code p:fileUpload sizeLimit}; the server's own is the same. */
@Named
@ApplicationScoped
public class Uploads {
  private static final long LIMIT_BYTES = 20L * 1024 * 1024;

  public long getLimitBytes() {
    return LIMIT_BYTES;
  }
}
