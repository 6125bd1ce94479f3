package com.asta.charging.web;

import com.asta.charging.batch.UsageSuspenseJob;
import com.asta.charging.service.UsageReject;
import com.asta.charging.service.UsageRejects;
import com.asta.charging.service.UsageSuspense;
import com.asta.common.batch.JobControl;
import com.asta.common.batch.JobRun;
import com.asta.common.service.SuspenseReason;
import com.asta.common.web.Messages;
import com.asta.common.web.PagedModel;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Rejected lines of usage: corrected, tried again or dismissed, one or all that a filter finds. */
@Named
@ViewScoped
public class UsageSuspenseView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String HERE =
      "/charging/usage-suspense.xhtml?faces-redirect=true&includeViewParams=true";

  @Inject private UsageSuspense suspense;
  @Inject private UsageSuspenseJob retries;
  @Inject private JobControl jobs;

  private String reason;
  private Long file;
  private LocalDate from;
  private LocalDate to;
  private String text;
  private Long edit;
  private String raw;
  private String scope = "all";
  private String subscriber;
  private String destination;
  private String replace;
  private String by;
  private transient List<SuspenseReason> reasons;
  private transient PagedModel<UsageReject> rows;
  private transient JobRun job;
  private transient UsageReject edited;
  private transient boolean looked;
  private boolean watched;

  public PagedModel<UsageReject> getRows() {
    if (rows == null) {
      rows =
          new PagedModel<>(
              (offset, limit) -> suspense.list(which(null), offset, limit), UsageReject::id);
    }
    return rows;
  }

  /** How many there are for each reason in the file, or in all. */
  public List<SuspenseReason> getReasons() {
    if (reasons == null) {
      reasons = suspense.reasons(new UsageRejects(null, file, from, to, text, null));
    }
    return reasons;
  }

  /** How many the filter finds. */
  public long getTotal() {
    return getReasons().stream()
        .filter(each -> reason == null || reason.equals(each.reason()))
        .mapToLong(SuspenseReason::count)
        .sum();
  }

  /** The newest run of the job that tries lines again, or null. */
  public JobRun getJob() {
    if (!looked) {
      refresh();
    }
    return job;
  }

  /** True while the job works, so that the page goes on asking. */
  public boolean isRetrying() {
    return getJob() != null && job.isRunning();
  }

  /** Looks how far the job is. */
  public void refresh() {
    List<JobRun> runs = jobs.list(UsageSuspenseJob.NAME, 0, 1);
    job = runs.isEmpty() ? null : runs.get(0);
    looked = true;
    watched |= isRetrying();
  }

  /** True if the job ended while the page was shown, so that its list is of before. */
  public boolean isRetried() {
    return watched && !isRetrying();
  }

  /** The line that is written anew, or null. */
  public UsageReject getEdited() {
    if (edited == null && edit != null) {
      edited =
          suspense.list(UsageRejects.of(List.of(edit)), 0, 1).stream().findFirst().orElse(null);
      raw = edited == null || raw != null ? raw : edited.raw();
    }
    return edited;
  }

  /** The same page with the filter in its address. */
  public String filter() {
    edit = null;
    return HERE;
  }

  /** Writes the line anew and tries it. */
  public String saveLine() {
    suspense.edit(edit, raw);
    boolean taken = suspense.retry(List.of(edit)) > 0;
    if (taken) {
      Messages.done("charging", "usage.again.done", 1);
    } else {
      Messages.error(null, "common", "suspense.rejectedAgain");
    }
    edit = taken ? null : edit;
    return HERE;
  }

  public String retry() {
    UsageRejects which = wanted();
    if (which == null) {
      return null;
    }
    if (which.ids() == null && getTotal() > UsageSuspense.AT_ONCE) {
      retries.start(which);
      Messages.done("charging", "usage.suspense.started", getTotal());
    } else {
      int taken = suspense.retry(suspense.ids(which, 0, UsageSuspense.AT_ONCE));
      Messages.done("charging", "usage.again.done", taken);
    }
    return HERE;
  }

  public String dismiss() {
    UsageRejects which = wanted();
    if (which == null) {
      return null;
    }
    Messages.done("charging", "usage.suspense.dismissed", suspense.dismiss(which));
    return HERE;
  }

  public String correct() {
    UsageRejects which = wanted();
    if (which == null) {
      return null;
    }
    int corrected =
        suspense.correct(which, new UsageSuspense.Correction(subscriber, destination, replace, by));
    Messages.done("charging", "usage.suspense.corrected.done", corrected);
    return HERE;
  }

  /** What a button is pressed for; null, with a message, if nothing was chosen. */
  private UsageRejects wanted() {
    if (!"chosen".equals(scope)) {
      return which(null);
    }
    String[] chosen =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestParameterValuesMap()
            .get("chosen");
    if (chosen == null) {
      Messages.error(null, "charging", "usage.suspense.none");
      return null;
    }
    return which(Arrays.stream(chosen).map(Long::valueOf).toList());
  }

  private UsageRejects which(List<Long> ids) {
    return new UsageRejects(reason, file, from, to, text, ids);
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = blankToNull(reason);
  }

  public Long getFile() {
    return file;
  }

  public void setFile(Long file) {
    this.file = file;
  }

  public LocalDate getFrom() {
    return from;
  }

  public void setFrom(LocalDate from) {
    this.from = from;
  }

  public LocalDate getTo() {
    return to;
  }

  public void setTo(LocalDate to) {
    this.to = to;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = blankToNull(text);
  }

  public Long getEdit() {
    return edit;
  }

  public void setEdit(Long edit) {
    this.edit = edit;
  }

  public String getRaw() {
    return raw;
  }

  public void setRaw(String raw) {
    this.raw = raw;
  }

  public String getScope() {
    return scope;
  }

  public void setScope(String scope) {
    this.scope = scope;
  }

  public String getSubscriber() {
    return subscriber;
  }

  public void setSubscriber(String subscriber) {
    this.subscriber = subscriber;
  }

  public String getDestination() {
    return destination;
  }

  public void setDestination(String destination) {
    this.destination = destination;
  }

  public String getReplace() {
    return replace;
  }

  public void setReplace(String replace) {
    this.replace = replace;
  }

  public String getBy() {
    return by;
  }

  public void setBy(String by) {
    this.by = by;
  }
}
