package com.asta.payments.service;

import com.asta.payments.rules.Pain002;
import com.asta.payments.rules.StatusPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** A status report that is being read; closing it closes its file. */
public final class OpenReport implements AutoCloseable {
  private final Pain002 report;
  private final InputStream file;

  OpenReport(InputStream file) {
    this.file = file;
    this.report = Pain002.open(file);
  }

  /** The next part; empty at the end. */
  public Optional<StatusPart> next() {
    return report.next();
  }

  /** The bank's identification of the report; empty before its header was read. */
  public String messageId() {
    return report.messageId();
  }

  @Override
  public void close() {
    report.close();
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The report cannot be closed", e);
    }
  }
}
