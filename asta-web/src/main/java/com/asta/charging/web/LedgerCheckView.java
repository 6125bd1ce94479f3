package com.asta.charging.web;

import com.asta.charging.batch.LedgerCheckJob;
import com.asta.charging.service.LedgerCheck;
import com.asta.charging.service.LedgerCheckService;
import com.asta.charging.service.LedgerDifference;
import com.asta.common.web.Messages;
import com.asta.common.web.PagedModel;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The proofs that balances equal their entries. */
@Named
@ViewScoped
public class LedgerCheckView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private LedgerCheckService checks;
  @Inject private LedgerCheckJob job;

  private Long id;
  private Long awaitedAfter;
  private transient LedgerCheck shown;
  private transient List<LedgerCheck> recent;
  private transient PagedModel<LedgerDifference> differences;

  /** The check that was asked for, or the newest finished one; null if there is none. */
  public LedgerCheck getShown() {
    if (shown == null) {
      shown =
          id == null
              ? checks.latest().orElse(null)
              : getRecent().stream().filter(each -> each.id() == id).findFirst().orElse(null);
    }
    return shown;
  }

  public List<LedgerCheck> getRecent() {
    if (recent == null) {
      recent = checks.checks(0, 20);
    }
    return recent;
  }

  public PagedModel<LedgerDifference> getDifferences() {
    if (differences == null) {
      differences =
          new PagedModel<>(
              (offset, limit) ->
                  getShown() == null
                      ? List.of()
                      : checks.differences(getShown().id(), offset, limit),
              row -> row.what() + row.chargingAccountId() + "/" + row.bucketId());
    }
    return differences;
  }

  /** Checks now. */
  public void start() {
    awaitedAfter = getRecent().isEmpty() ? 0 : getRecent().get(0).id();
    job.start();
    Messages.done("charging", "check.started");
    refresh();
  }

  /** Whether a check that was started here has not finished yet. */
  public boolean isWaiting() {
    return awaitedAfter != null
        && getRecent().stream()
            .noneMatch(each -> each.id() > awaitedAfter && each.finishedAt() != null);
  }

  public void refresh() {
    shown = null;
    recent = null;
    differences = null;
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }
}
