package com.asta.common.web;

import com.asta.common.service.SuspendedRecord;
import com.asta.common.service.Suspense;
import com.asta.common.service.SuspenseQuery;
import com.asta.common.service.SuspenseReason;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rejected records by reason: look, dismiss, or have the owner try again. */
@Named
@ViewScoped
public class SuspenseListView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient Suspense suspense;

  private String subsystem;
  private String reason;
  private SuspendedRecord.Status status = SuspendedRecord.Status.OPEN;
  private transient PagedModel<SuspendedRecord> entries;
  private transient List<SuspenseReason> reasons;
  private transient Map<String, Boolean> reprocessable;

  public PagedModel<SuspendedRecord> getEntries() {
    if (entries == null) {
      SuspenseQuery query = new SuspenseQuery(subsystem, reason, null, status);
      entries =
          new PagedModel<>(
              (offset, limit) -> suspense.list(query, offset, limit), SuspendedRecord::id);
    }
    return entries;
  }

  public List<SuspenseReason> getReasons() {
    if (reasons == null) {
      reasons = suspense.reasons();
    }
    return reasons;
  }

  public void dismiss(SuspendedRecord entry) {
    suspense.dismiss(entry.id());
    reasons = null;
    Messages.done("common", "suspense.dismissed");
  }

  public void reprocess(SuspendedRecord entry) {
    boolean taken = suspense.reprocess(entry.id());
    reasons = null;
    if (taken) {
      Messages.done("common", "suspense.reprocessed");
    } else {
      Messages.error(null, "common", "suspense.rejectedAgain");
    }
  }

  /** True if the entry's owner can try it again. */
  public boolean canReprocess(SuspendedRecord entry) {
    if (reprocessable == null) {
      reprocessable = new HashMap<>();
    }
    return entry.status() == SuspendedRecord.Status.OPEN
        && reprocessable.computeIfAbsent(entry.subsystem(), suspense::canReprocess);
  }

  /** The same page with the filter in its address. */
  public String filter() {
    return "/operations/suspense-list.xhtml?faces-redirect=true&includeViewParams=true";
  }

  public SuspendedRecord.Status[] getStatuses() {
    return SuspendedRecord.Status.values();
  }

  public String getSubsystem() {
    return subsystem;
  }

  public void setSubsystem(String subsystem) {
    this.subsystem = blankToNull(subsystem);
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = blankToNull(reason);
  }

  public SuspendedRecord.Status getStatus() {
    return status;
  }

  public void setStatus(SuspendedRecord.Status status) {
    this.status = status == null ? SuspendedRecord.Status.OPEN : status;
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
