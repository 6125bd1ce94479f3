package com.asta.payments.rules;

import com.asta.payments.rules.StatementCheck.CheckedFile;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads statement texts in tests as the import does: recognised by their content. */
final class Formats {
  static final String OWN = "PL61109010140000071219812874";
  static final String PAYER = "PL27114020040000300201355387";
  static final VirtualAccounts VIRTUAL = new VirtualAccounts(List.of("109010147777"));
  static final OwnAccounts ACCOUNTS =
      new OwnAccounts(List.of(OWN, "BANKPLPW/320000546101"), VIRTUAL);

  private Formats() {}

  static List<StatementEntry> entries(String text, CsvMapping... mappings) {
    return entries(text.getBytes(StandardCharsets.UTF_8), mappings);
  }

  static List<StatementEntry> entries(byte[] file, CsvMapping... mappings) {
    List<StatementEntry> entries = new ArrayList<>();
    try (StatementSource source = open(file, mappings)) {
      Optional<StatementPart> part = source.next();
      while (part.isPresent()) {
        if (part.get() instanceof StatementEntry entry) {
          entries.add(entry);
        }
        part = source.next();
      }
    }
    return entries;
  }

  static CheckedFile check(String text, CsvMapping... mappings) {
    try (StatementSource source = open(text.getBytes(StandardCharsets.UTF_8), mappings)) {
      return StatementCheck.run(source, ACCOUNTS, null);
    }
  }

  static StatementKind kind(byte[] file, CsvMapping... mappings) {
    return StatementKind.of(new ByteArrayInputStream(file), List.of(mappings));
  }

  static byte[] bytes(String text, String charset) {
    return text.getBytes(Charset.forName(charset));
  }

  private static StatementSource open(byte[] file, CsvMapping... mappings) {
    return kind(file, mappings)
        .open(new ByteArrayInputStream(file), new StatementContext(ACCOUNTS, "F1", "PLN"));
  }
}
