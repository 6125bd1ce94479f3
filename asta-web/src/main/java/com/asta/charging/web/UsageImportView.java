package com.asta.charging.web;

import com.asta.charging.service.UsageFileRow;
import com.asta.charging.service.UsageImportService;
import com.asta.charging.service.UsageSuspense;
import com.asta.common.service.SuspendedRecord;
import com.asta.common.service.Suspense;
import com.asta.common.service.SuspenseQuery;
import com.asta.common.web.Messages;
import com.asta.common.web.PagedModel;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** One usage file: what was rated, and the rejected lines with their reasons. */
@Named
@ViewScoped
public class UsageImportView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private UsageImportService imports;
  @Inject private UsageSuspense usageSuspense;
  @Inject private Suspense suspense;

  private Long id;
  private transient UsageFileRow file;
  private transient PagedModel<SuspendedRecord> rejected;

  /** Reads the file's counts anew. */
  public void load() {
    file = imports.file(id);
  }

  public UsageFileRow getFile() {
    if (file == null) {
      load();
    }
    return file;
  }

  /** The lines that still wait in suspense. */
  public PagedModel<SuspendedRecord> getRejected() {
    if (rejected == null) {
      SuspenseQuery query =
          new SuspenseQuery("charging", null, getFile().source(), SuspendedRecord.Status.OPEN);
      rejected =
          new PagedModel<>(
              (offset, limit) -> suspense.list(query, offset, limit), SuspendedRecord::id);
    }
    return rejected;
  }

  /** Tries the rejected lines again. */
  public String again() {
    int taken = usageSuspense.reprocess(id);
    Messages.done("charging", "usage.again.done", taken);
    return "/charging/usage-import.xhtml?faces-redirect=true&id=" + id;
  }

  public boolean isRunning() {
    return getFile().status() != UsageFileRow.Status.DONE;
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }
}
