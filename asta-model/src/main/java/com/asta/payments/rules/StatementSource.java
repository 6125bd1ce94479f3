package com.asta.payments.rules;

import java.util.Optional;

/** A statement file of any format, read part by part in constant memory. */
public interface StatementSource extends AutoCloseable {
  /**
   * The next header, entry or footer; empty at the end of the file.
   *
   * @throws StatementFault when the file breaks off or says something that cannot be
   */
  Optional<StatementPart> next();

  @Override
  void close();
}
