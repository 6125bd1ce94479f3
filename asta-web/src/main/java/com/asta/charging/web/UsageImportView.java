package com.asta.charging.web;

import com.asta.charging.batch.UsageImportJob;
import com.asta.charging.batch.UsageSuspenseJob;
import com.asta.charging.service.UsageFileRow;
import com.asta.charging.service.UsageImportService;
import com.asta.charging.service.UsageReject;
import com.asta.charging.service.UsageRejects;
import com.asta.charging.service.UsageSuspense;
import com.asta.common.service.SuspenseReason;
import com.asta.common.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** One usage file: what was rated, and the rejected lines with their reasons. */
@Named
@ViewScoped
public class UsageImportView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int FIRST = 10;

  @Inject private UsageImportService imports;
  @Inject private UsageImportJob job;
  @Inject private UsageSuspense suspense;
  @Inject private UsageSuspenseJob retries;

  private Long id;
  private transient UsageFileRow file;
  private transient List<UsageReject> rejected;
  private transient List<SuspenseReason> reasons;

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

  /** The first lines that still wait in suspense. */
  public List<UsageReject> getRejected() {
    if (rejected == null) {
      rejected = suspense.list(UsageRejects.ofFile(id), 0, FIRST);
    }
    return rejected;
  }

  /** How many wait for each reason. */
  public List<SuspenseReason> getReasons() {
    if (reasons == null) {
      reasons = suspense.reasons(UsageRejects.ofFile(id));
    }
    return reasons;
  }

  /** Tries the rejected lines again. */
  public String again() {
    UsageRejects which = UsageRejects.ofFile(id);
    long waiting = suspense.count(which);
    if (waiting > UsageSuspense.AT_ONCE) {
      retries.start(which);
      Messages.done("charging", "usage.suspense.started", waiting);
    } else {
      Messages.done("charging", "usage.again.done", suspense.reprocess(id));
    }
    return "/charging/usage-import.xhtml?faces-redirect=true&id=" + id;
  }

  /** Reads the file anew, after its mapping was changed. */
  public String readAnew() {
    if (job.readAnew(id)) {
      Messages.done("charging", "usage.started", getFile().name());
    }
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
