package com.asta.payments.web;

import com.asta.common.Money;
import com.asta.common.batch.JobControl;
import com.asta.common.batch.JobRun;
import com.asta.common.web.PagedModel;
import com.asta.payments.batch.DunningJob;
import com.asta.payments.rules.AgeingBucket;
import com.asta.payments.service.DunningPlanRow;
import com.asta.payments.service.DunningService;
import com.asta.payments.service.DunningStepRow;
import com.asta.payments.service.FinancialAccountService;
import com.asta.payments.service.LadderRow;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;

/** The dunning board: the ladder, the age of debts, what a run would do, what runs have done. */
@Named
@ViewScoped
public class DunningView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private DunningService dunning;
  @Inject private FinancialAccountService accounts;
  @Inject private DunningJob job;
  @Inject private JobControl jobs;

  private LocalDate asOf;
  private transient LocalDate today;
  private transient List<LadderRow> ladder;
  private transient Map<AgeingBucket, Money> ageing;
  private transient JobRun run;
  private transient PagedModel<DunningPlanRow> plan;
  private transient PagedModel<DunningStepRow> history;

  /** Loads the state of now; the page asks again while a run is going on. */
  public void load() {
    today = dunning.today();
    if (asOf == null) {
      asOf = today;
    }
    ladder = dunning.ladder(asOf);
    ageing = accounts.ageing();
    run = jobs.list(DunningJob.NAME, 0, 1).stream().findFirst().orElse(null);
    plan = null;
    history = null;
  }

  /** Shows the plan as of the chosen day, by GET. */
  public String simulate() {
    return "/payments/dunning.xhtml?faces-redirect=true&includeViewParams=true";
  }

  /** Starts a run as of the chosen day. */
  public String start() {
    job.start(asOf);
    return simulate();
  }

  public PagedModel<DunningPlanRow> getPlan() {
    if (plan == null) {
      plan =
          new PagedModel<>(
              (offset, limit) -> dunning.plan(asOf, offset, limit), DunningPlanRow::accountId);
    }
    return plan;
  }

  public PagedModel<DunningStepRow> getHistory() {
    if (history == null) {
      history = new PagedModel<>(dunning::history, row -> row.accountId() + "-" + row.doneAt());
    }
    return history;
  }

  /** The ladder as Chart.js JSON: overdue amounts, one bar for each level. */
  public String ladderChart(ResourceBundle texts) {
    return Charts.bars(
        ladder.stream().map(row -> texts.getString("level." + row.level())).toList(),
        ladder.stream().map(LadderRow::overdue).toList(),
        List.of("#7986cb", "#e0a030", "#d9772b", "#c0392b"));
  }

  /** The age of open debts as Chart.js JSON. */
  public String ageingChart(ResourceBundle texts) {
    return Charts.bars(
        ageing.keySet().stream().map(bucket -> texts.getString("ageing." + bucket)).toList(),
        List.copyOf(ageing.values()),
        List.of("#5c8f6b", "#7986cb", "#e0a030", "#d9772b", "#c0392b"));
  }

  public boolean isRunning() {
    return run != null && run.isRunning();
  }

  public JobRun getRun() {
    return run;
  }

  public List<LadderRow> getLadder() {
    return ladder;
  }

  public Map<AgeingBucket, Money> getAgeing() {
    return ageing;
  }

  public AgeingBucket[] getBuckets() {
    return AgeingBucket.values();
  }

  public LocalDate getToday() {
    return today;
  }

  public LocalDate getAsOf() {
    return asOf;
  }

  public void setAsOf(LocalDate asOf) {
    this.asOf = asOf;
  }
}
