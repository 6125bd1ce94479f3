package com.asta.payments.web;

import com.asta.common.Money;
import com.asta.common.batch.JobControl;
import com.asta.common.batch.JobRun;
import com.asta.common.service.ImportFile;
import com.asta.common.web.Messages;
import com.asta.common.web.PagedModel;
import com.asta.payments.batch.DirectDebitJob;
import com.asta.payments.rules.CollectionState;
import com.asta.payments.service.CollectionRow;
import com.asta.payments.service.CollectionTotal;
import com.asta.payments.service.DebitBatchRow;
import com.asta.payments.service.DebitCancellationService;
import com.asta.payments.service.DebitGroupRow;
import com.asta.payments.service.DebitSettingsService;
import com.asta.payments.service.DirectDebitService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.util.List;
import org.omnifaces.util.Faces;

/** One batch of direct debits: progress, file, totals, and how every collection stands. */
@Named
@ViewScoped
public class DirectDebitView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private DirectDebitService debits;
  @Inject private DebitCancellationService cancellations;
  @Inject private DebitSettingsService settings;
  @Inject private DirectDebitJob job;
  @Inject private JobControl jobs;

  private long id;
  private CollectionState state;
  private String reason;
  private transient boolean cancellable;
  private transient DebitBatchRow row;
  private transient List<CollectionTotal> totals;
  private transient List<DebitGroupRow> groups;
  private transient JobRun run;
  private transient PagedModel<CollectionRow> items;

  /** Loads the state of now; the page asks again while the job runs. */
  public void load() {
    look();
    if (row.state() == DebitBatchRow.State.GATHERING && !isRunning()) {
      // Its job may have ended between the two looks; what has stopped is no different now.
      look();
    }
  }

  private void look() {
    row = debits.batch(id);
    totals = debits.totals(id);
    groups = debits.groups(id);
    cancellable = cancellations.isPossible(id);
    run = row.executionId() == null ? null : jobs.run(row.executionId());
    items = null;
  }

  /** Narrows the collections by GET. */
  public String narrow() {
    return "/payments/direct-debit.xhtml?faces-redirect=true&includeViewParams=true";
  }

  /** Takes up a job that failed or was stopped. */
  public String resume() {
    job.resume(id);
    return narrow();
  }

  /** Lets the next batch try a collection again. */
  public void retry(long collectionId) {
    debits.retry(collectionId);
    Messages.done("payments", "debit.retry.done");
    load();
  }

  /** Takes the batch back, or asks another person to. */
  public String cancel() {
    boolean done = cancellations.cancel(id, reason);
    Messages.done("payments", done ? "debit.cancel.done" : "debit.cancel.waits");
    return narrow();
  }

  /** Takes the batch back for which another person asked. */
  public String confirm() {
    cancellations.confirm(id);
    Messages.done("payments", "debit.cancel.done");
    return narrow();
  }

  /** Leaves the batch as it is. */
  public String decline() {
    cancellations.decline(id);
    Messages.done("payments", "debit.cancel.declined");
    return narrow();
  }

  /** Sends the file for the bank. */
  public void download() throws IOException {
    ImportFile file = cancellations.take(id);
    try (InputStream content = Files.newInputStream(file.path())) {
      Faces.sendFile(content, file.name(), true);
    }
  }

  public PagedModel<CollectionRow> getItems() {
    if (items == null) {
      items =
          new PagedModel<>(
              (offset, limit) -> debits.items(id, state, offset, limit), CollectionRow::id);
    }
    return items;
  }

  public boolean isRunning() {
    return run != null && run.isRunning();
  }

  /** True if the job ended before the file was written. */
  public boolean isStuck() {
    return row.state() == DebitBatchRow.State.GATHERING && run != null && run.isRestartable();
  }

  /** Whole percent of the accounts; 100 once it has ended. */
  public int getPercent() {
    return isRunning() ? Math.max(0, run.count().percent()) : 100;
  }

  public CollectionState[] getStates() {
    return CollectionState.values();
  }

  /** True if the batch can be taken back as it stands. */
  public boolean isCancellable() {
    return cancellable;
  }

  /** Above it another person decides about a cancellation. */
  public Money getLimit() {
    return settings.policy().refundLimit();
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public DebitBatchRow getRow() {
    if (row == null) {
      load();
    }
    return row;
  }

  public List<CollectionTotal> getTotals() {
    return totals;
  }

  /** Whether the bank has credited more than it has explained. */
  public boolean isUnexplained() {
    return groups.stream().anyMatch(group -> !group.unexplained().isZero());
  }

  public List<DebitGroupRow> getGroups() {
    return groups;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }

  public CollectionState getState() {
    return state;
  }

  public void setState(CollectionState state) {
    this.state = state;
  }
}
