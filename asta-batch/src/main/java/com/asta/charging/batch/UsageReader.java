package com.asta.charging.batch;

import com.asta.charging.rules.CdrFormat;
import com.asta.charging.rules.CdrLine;
import com.asta.charging.rules.CdrLine.Fault;
import com.asta.charging.service.UsageFileRow;
import com.asta.charging.service.UsageFormats;
import com.asta.charging.service.UsageImportService;
import com.asta.charging.service.UsageLine;
import com.asta.charging.service.UsagePrepared;
import com.asta.charging.service.UsageRun;
import com.asta.common.batch.Progress;
import com.asta.common.service.ImportFiles;
import com.asta.common.service.SystemCaller;
import jakarta.annotation.Resource;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Reads a usage file from where its last committed chunk ended; the position stands in the database
 * beside what the chunk did, so the job's own checkpoint is not needed. An item is a chunk of lines
 * that a thread of its own has read, parsed and made ready while the one before was stored.
 */
@Named
@Dependent
public class UsageReader extends AbstractItemReader {
  /** Characters of a chunk's lines, so that long lines make a shorter chunk. */
  private static final int MOST_CHARACTERS = 1 << 22;

  private static final long PATIENCE_MILLIS = 10_000;

  /** What the thread hands over: a chunk, the end, or why there is none. */
  private record Handed(UsagePrepared chunk, Throwable failure) {}

  @Inject
  @BatchProperty(name = "fileId")
  private String fileId;

  @Inject
  @BatchProperty(name = "lines")
  private String lines;

  @Resource private ManagedThreadFactory threads;
  @Inject private SystemCaller system;
  @Inject private UsageImportService imports;
  @Inject private UsageFormats formats;
  @Inject private ImportFiles files;
  @Inject private Progress progress;

  private final BlockingQueue<Handed> ready = new ArrayBlockingQueue<>(1);
  private Thread ahead;
  private volatile boolean closed;

  @Override
  public void open(Serializable checkpoint) throws IOException {
    long id = Long.parseLong(fileId);
    UsageRun run = system.call(() -> imports.open(id));
    UsageFileRow file = run.file();
    Path path = system.call(() -> files.file(id).path());
    Optional<CdrFormat> format =
        formats.format(file.kind(), RecordReader.firstLine(path, formats.charset(file.kind())));
    if (file.position() == 0) {
      progress.total(format.isEmpty() ? 1 : RecordReader.count(path, format.get().isMultiLine()));
    }
    ahead = threads.newThread(() -> readAhead(run, path, format.orElse(null)));
    ahead.setName("usage-import-" + id);
    ahead.start();
  }

  @Override
  public UsagePrepared readItem() throws InterruptedException {
    Handed handed = ready.take();
    if (handed.failure() != null) {
      throw new IllegalStateException("Usage file " + fileId, handed.failure());
    }
    return handed.chunk();
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    if (ahead != null) {
      ready.clear();
      ahead.interrupt();
      ahead.join(PATIENCE_MILLIS);
    }
  }

  private void readAhead(UsageRun run, Path path, CdrFormat format) {
    try {
      Handed end = new Handed(null, null);
      try {
        if (format == null) {
          refuse(run);
        } else {
          readAll(run, path, format);
        }
      } catch (IOException | RuntimeException | Error e) {
        end = new Handed(null, e);
      }
      if (!closed) {
        ready.put(end);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A file without the header it needs is one rejected line. */
  private void refuse(UsageRun run) throws InterruptedException {
    if (run.file().line() == 0) {
      CdrLine fault = new CdrLine.Faulty(Fault.HEADER_MISSING, "the file is not read");
      hand(run, List.of(new UsageLine(1, 1, 0, "", fault)));
    }
  }

  private void readAll(UsageRun run, Path path, CdrFormat format)
      throws IOException, InterruptedException {
    UsageFileRow file = run.file();
    try (RecordReader reader =
        new RecordReader(path, file.position(), file.line(), format.charset())) {
      List<UsageLine> chunk = chunk(reader, format);
      while (!chunk.isEmpty() && !closed) {
        hand(run, chunk);
        chunk = chunk(reader, format);
      }
    }
  }

  private void hand(UsageRun run, List<UsageLine> chunk) throws InterruptedException {
    ready.put(new Handed(system.call(() -> imports.prepare(run, chunk)), null));
  }

  private List<UsageLine> chunk(RecordReader reader, CdrFormat format) throws IOException {
    int most = Integer.parseInt(lines);
    List<UsageLine> chunk = new ArrayList<>(most);
    long characters = 0;
    while (chunk.size() < most && characters < MOST_CHARACTERS) {
      long before = reader.lines();
      String record = format.isMultiLine() ? reader.paragraph() : reader.line();
      if (record == null) {
        break;
      }
      characters += record.length();
      CdrLine content =
          reader.wasCut()
              ? new CdrLine.Faulty(Fault.LINE_TOO_LONG, "more than " + RecordReader.LONGEST)
              : format.read(record);
      chunk.add(new UsageLine(before + 1, reader.lines(), reader.position(), record, content));
    }
    return chunk;
  }
}
