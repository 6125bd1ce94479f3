package com.asta.payments.batch;

import com.asta.common.batch.JobControl;
import com.asta.common.service.ImportFile;
import com.asta.common.service.ImportFiles;
import com.asta.common.service.ImportKind;
import com.asta.payments.service.StatementImport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.Map;

/** Starts the import of bank statements, uploaded or dropped into {@code inbox/statements}. */
@ApplicationScoped
public class StatementImportJob implements ImportKind {
  /** The job's name. */
  public static final String NAME = "payments-statement-import";

  @Inject private ImportFiles files;
  @Inject private StatementImport imports;
  @Inject private JobControl jobs;

  /** Accepts a file and starts its import; a file that came before is refused. */
  public long upload(String name, InputStream content) {
    ImportFile file = files.accept(kind(), name, content);
    start(file.id());
    return file.id();
  }

  /** Imports a refused file again, after what it was refused for was put right. */
  public void retry(long fileId) {
    imports.retry(fileId);
    start(fileId);
  }

  @Override
  public String kind() {
    return StatementImport.KIND;
  }

  @Override
  public void start(long fileId) {
    imports.arrived(fileId);
    long execution = jobs.start(NAME, Map.of("fileId", String.valueOf(fileId)));
    imports.startedAs(fileId, execution);
  }
}
