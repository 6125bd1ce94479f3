package com.asta.payments.batch;

import com.asta.common.batch.JobControl;
import com.asta.common.service.ImportFile;
import com.asta.common.service.ImportFiles;
import com.asta.common.service.ImportKind;
import com.asta.payments.service.StatusReportImport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.util.Map;

/**
 * Starts the import of the bank's status reports, uploaded or dropped into {@code
 * inbox/payment-status}.
 */
@ApplicationScoped
public class StatusImportJob implements ImportKind {
  /** The job's name. */
  public static final String NAME = "payments-status-import";

  @Inject private ImportFiles files;
  @Inject private StatusReportImport reports;
  @Inject private JobControl jobs;

  /** Accepts a file and starts its import; a file that came before is refused. */
  public long upload(String name, InputStream content) {
    ImportFile file = files.accept(kind(), name, content);
    start(file.id());
    return file.id();
  }

  @Override
  public String kind() {
    return StatusReportImport.KIND;
  }

  @Override
  public void start(long fileId) {
    reports.arrived(fileId);
    long execution = jobs.start(NAME, Map.of("fileId", String.valueOf(fileId)));
    reports.startedAs(fileId, execution);
  }
}
