package com.asta.payments.web;

import com.asta.common.web.PagedModel;
import com.asta.payments.batch.StatementImportJob;
import com.asta.payments.service.SampleStatement;
import com.asta.payments.service.StatementFileRow;
import com.asta.payments.service.StatementImport;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import org.omnifaces.util.Faces;
import org.primefaces.event.FileUploadEvent;

/** Bank statements: hand one in, and see what became of the others. */
@Named
@ViewScoped
public class StatementListView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private StatementImport imports;
  @Inject private StatementImportJob job;
  @Inject private SampleStatement sample;

  private transient PagedModel<StatementFileRow> rows;

  public PagedModel<StatementFileRow> getRows() {
    if (rows == null) {
      rows = new PagedModel<>(imports::list, StatementFileRow::fileId);
    }
    return rows;
  }

  /** Takes a file in and goes to its page. */
  public void upload(FileUploadEvent event) throws IOException {
    try (InputStream content = event.getFile().getInputStream()) {
      long fileId = job.upload(event.getFile().getFileName(), content);
      Faces.redirect(Faces.getRequestContextPath() + "/payments/statement.xhtml?id=%s", fileId);
    }
  }

  /** Sends a made-up statement that pays some of the open items of now. */
  public void downloadSample() throws IOException {
    byte[] xml = sample.make().getBytes(StandardCharsets.UTF_8);
    Faces.sendFile(xml, "camt053-sample.xml", true);
  }

  public boolean isDemo() {
    return Boolean.getBoolean("asta.demo");
  }
}
