package com.asta.charging.batch;

import com.asta.charging.rules.CdrFormat;
import com.asta.charging.rules.CdrLine;
import com.asta.charging.rules.CdrLine.Fault;
import com.asta.charging.service.UsageFileKind;
import com.asta.charging.service.UsageFileRow;
import com.asta.charging.service.UsageImportService;
import com.asta.charging.service.UsageLine;
import com.asta.common.batch.Progress;
import com.asta.common.service.ImportFiles;
import com.asta.common.service.SystemCaller;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;

/**
 * Reads the lines of a usage file from where its last committed chunk ended; the position stands in
 * the database beside what the chunk did, so the job's own checkpoint is not needed.
 */
@Named
@Dependent
public class UsageReader extends AbstractItemReader {
  @Inject
  @BatchProperty(name = "fileId")
  private String fileId;

  @Inject private SystemCaller system;
  @Inject private UsageImportService imports;
  @Inject private ImportFiles files;
  @Inject private Progress progress;

  private LineReader lines;
  private CdrFormat format;
  private long number;

  @Override
  public void open(Serializable checkpoint) throws IOException {
    long id = Long.parseLong(fileId);
    UsageFileRow file = system.call(() -> imports.file(id));
    Path path = system.call(() -> files.file(id).path());
    format = UsageFileKind.of(file.kind()).format(firstLine(path)).orElse(null);
    number = file.line();
    lines = new LineReader(path, file.position());
    if (file.position() == 0) {
      progress.total(count(path));
    }
  }

  @Override
  public UsageLine readItem() throws IOException {
    if (format == null && number > 0) {
      return null;
    }
    String line = lines.next();
    if (line == null) {
      return null;
    }
    number++;
    return new UsageLine(number, lines.position(), line, content(line));
  }

  @Override
  public void close() throws IOException {
    if (lines != null) {
      lines.close();
    }
  }

  private CdrLine content(String line) {
    if (format == null) {
      return new CdrLine.Faulty(Fault.HEADER_MISSING, "the file is not read");
    }
    return lines.wasCut()
        ? new CdrLine.Faulty(Fault.LINE_TOO_LONG, "more than " + LineReader.LONGEST + " octets")
        : format.read(line);
  }

  private static String firstLine(Path path) throws IOException {
    try (LineReader reader = new LineReader(path, 0)) {
      String line = reader.next();
      return line == null ? "" : line;
    }
  }

  private static long count(Path path) throws IOException {
    long count = 0;
    try (LineReader reader = new LineReader(path, 0)) {
      while (reader.next() != null) {
        count++;
      }
    }
    return count;
  }
}
