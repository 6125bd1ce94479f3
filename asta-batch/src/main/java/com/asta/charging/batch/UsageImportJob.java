package com.asta.charging.batch;

import com.asta.charging.service.UsageFileKind;
import com.asta.charging.service.UsageImportService;
import com.asta.common.batch.JobControl;
import com.asta.common.service.ImportFile;
import com.asta.common.service.ImportFiles;
import com.asta.common.service.ImportKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.Map;

/** Starts the import of usage files, uploaded or dropped into their folders. */
@ApplicationScoped
public class UsageImportJob {
  /** The job's name. */
  public static final String NAME = "charging-usage-import";

  @Inject private ImportFiles files;
  @Inject private UsageImportService imports;
  @Inject private JobControl jobs;

  /** Accepts a file and starts its import; a file that came before is refused. */
  public long upload(UsageFileKind kind, String name, InputStream content) {
    ImportFile file = files.accept(kind.code(), name, content);
    return start(file.id());
  }

  /** Starts the import of an accepted file; returns the job's execution. */
  public long start(long fileId) {
    ImportFile file = files.file(fileId);
    imports.register(fileId, file.kind(), file.name());
    return jobs.start(NAME, Map.of("fileId", String.valueOf(fileId)));
  }

  @Produces
  ImportKind asterisk() {
    return new Kind(UsageFileKind.ASTERISK, this);
  }

  @Produces
  ImportKind csv() {
    return new Kind(UsageFileKind.CSV, this);
  }

  private record Kind(UsageFileKind type, UsageImportJob job) implements ImportKind {
    @Override
    public String kind() {
      return type.code();
    }

    @Override
    public void start(long fileId) {
      job.start(fileId);
    }
  }
}
