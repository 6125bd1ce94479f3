package com.asta.charging.web;

import com.asta.charging.batch.UsageImportJob;
import com.asta.charging.service.UsageFileKind;
import com.asta.charging.service.UsageFileRow;
import com.asta.charging.service.UsageFormats;
import com.asta.charging.service.UsageImportService;
import com.asta.common.web.Messages;
import com.asta.common.web.PagedModel;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;

/** Usage files: upload one, watch what becomes of them. */
@Named
@ViewScoped
public class UsageImportListView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private UsageImportService imports;
  @Inject private UsageFormats formats;
  @Inject private UsageImportJob job;

  private String kind = UsageFileKind.ASTERISK.code();
  private transient Part file;
  private transient PagedModel<UsageFileRow> rows;

  public PagedModel<UsageFileRow> getRows() {
    if (rows == null) {
      rows = new PagedModel<>(imports::list, UsageFileRow::fileId);
    }
    return rows;
  }

  /** True while a file that the page shows is being rated, so that the page goes on asking. */
  public boolean isRunning() {
    return getRows().anyShown(row -> row.status() != UsageFileRow.Status.DONE);
  }

  /** Accepts the file and starts its import. */
  public String upload() throws IOException {
    if (file == null || file.getSize() == 0) {
      Messages.error(null, "charging", "usage.nofile");
      return null;
    }
    try (InputStream content = file.getInputStream()) {
      job.upload(kind, file.getSubmittedFileName(), content);
    }
    Messages.done("charging", "usage.started", file.getSubmittedFileName());
    return "/charging/usage-import-list.xhtml?faces-redirect=true";
  }

  public List<String> getKinds() {
    return formats.kinds();
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
