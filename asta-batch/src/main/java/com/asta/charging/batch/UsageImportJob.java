package com.asta.charging.batch;

import com.asta.charging.service.UsageFileKind;
import com.asta.charging.service.UsageFormats;
import com.asta.charging.service.UsageImportService;
import com.asta.common.batch.JobControl;
import com.asta.common.service.ImportFile;
import com.asta.common.service.ImportFiles;
import com.asta.common.service.ImportKind;
import com.asta.common.service.ImportKinds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** Starts the import of usage files, uploaded or dropped into their folders. */
@ApplicationScoped
public class UsageImportJob implements ImportKinds {
  /** The job's name. */
  public static final String NAME = "charging-usage-import";

  @Inject private ImportFiles files;
  @Inject private UsageImportService imports;
  @Inject private UsageFormats formats;
  @Inject private JobControl jobs;

  /** Accepts a file and starts its import; a file that came before is refused. */
  public long upload(String kind, String name, InputStream content) {
    formats.check(kind);
    ImportFile file = files.accept(kind, name, content);
    return start(file.id());
  }

  /** As the other, for a format that is built in. */
  public long upload(UsageFileKind kind, String name, InputStream content) {
    return upload(kind.code(), name, content);
  }

  /** Starts the import of an accepted file; returns the job's execution. */
  public long start(long fileId) {
    ImportFile file = files.file(fileId);
    imports.register(fileId, file.kind(), file.name());
    return jobs.start(NAME, Map.of("fileId", String.valueOf(fileId)));
  }

  /** Reads a file anew of which nothing was rated; false if it cannot be. */
  public boolean readAnew(long fileId) {
    if (!imports.readAnew(fileId)) {
      return false;
    }
    jobs.start(NAME, Map.of("fileId", String.valueOf(fileId)));
    return true;
  }

  /** One for each format, those of the mappings too. */
  @Override
  public List<ImportKind> kinds() {
    return formats.kinds().stream().map(kind -> (ImportKind) new Kind(kind, this)).toList();
  }

  private record Kind(String kind, UsageImportJob job) implements ImportKind {
    @Override
    public void start(long fileId) {
      job.start(fileId);
    }
  }
}
