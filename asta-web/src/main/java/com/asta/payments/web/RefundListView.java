package com.asta.payments.web;

import com.asta.common.service.ImportFile;
import com.asta.common.web.Messages;
import com.asta.common.web.PagedModel;
import com.asta.payments.rules.RefundState;
import com.asta.payments.service.DebitPolicy;
import com.asta.payments.service.DebitSettingsService;
import com.asta.payments.service.RefundBatchRow;
import com.asta.payments.service.RefundRow;
import com.asta.payments.service.RefundService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.util.List;
import org.omnifaces.util.Faces;

/** The work list of refunds: decide, write the file, follow what becomes of them. */
@Named
@ViewScoped
public class RefundListView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int FILES = 10;

  @Inject private RefundService refunds;
  @Inject private DebitSettingsService settings;

  private RefundState state;
  private transient PagedModel<RefundRow> rows;
  private transient List<RefundBatchRow> batches;
  private transient DebitPolicy policy;

  /** Loads the state of now. */
  public void load() {
    rows = null;
    batches = refunds.batches(0, FILES);
    policy = settings.policy();
  }

  /** Narrows the list by GET. */
  public String narrow() {
    return "/payments/refund-list.xhtml?faces-redirect=true&includeViewParams=true";
  }

  /** Lets a refund go. */
  public void approve(long id) {
    refunds.approve(id);
    Messages.done("payments", "refund.approved");
    load();
  }

  /** Ends a refund. */
  public void decline(long id) {
    refunds.decline(id);
    Messages.done("payments", "refund.declined");
    load();
  }

  /** Writes the approved ones into a file. */
  public String submit() {
    Messages.done("payments", "refund.written", refunds.submit());
    return narrow();
  }

  /** Sends a file for the bank. */
  public void download(long batchId) throws IOException {
    ImportFile file = refunds.file(batchId).orElseThrow();
    try (InputStream content = Files.newInputStream(file.path())) {
      Faces.sendFile(content, file.name(), true);
    }
  }

  public PagedModel<RefundRow> getRows() {
    if (rows == null) {
      rows =
          new PagedModel<>(
              (offset, limit) -> refunds.list(state, null, offset, limit), RefundRow::id);
    }
    return rows;
  }

  public List<RefundBatchRow> getBatches() {
    return batches;
  }

  public DebitPolicy getPolicy() {
    return policy;
  }

  public RefundState[] getStates() {
    return RefundState.values();
  }

  public RefundState getState() {
    return state;
  }

  public void setState(RefundState state) {
    this.state = state;
  }
}
