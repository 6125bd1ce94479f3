package com.asta.payments.service;

import com.asta.payments.rules.StatementPart;
import com.asta.payments.rules.StatementSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** A statement that closes the file it is read from. */
final class OpenStatement implements StatementSource {
  private final InputStream in;
  private final StatementSource source;

  OpenStatement(InputStream in, StatementSource source) {
    this.in = in;
    this.source = source;
  }

  @Override
  public Optional<StatementPart> next() {
    return source.next();
  }

  @Override
  public void close() {
    source.close();
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
