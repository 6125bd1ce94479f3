package com.asta.payments.web;

import com.asta.common.Money;
import com.asta.common.web.PagedModel;
import com.asta.payments.batch.DunningJob;
import com.asta.payments.rules.AgeingBucket;
import com.asta.payments.rules.CustomerClass;
import com.asta.payments.service.DunningCaseRow;
import com.asta.payments.service.DunningRunCard;
import com.asta.payments.service.DunningRunService;
import com.asta.payments.service.DunningService;
import com.asta.payments.service.DunningStepRow;
import com.asta.payments.service.DunningTotal;
import com.asta.payments.service.FinancialAccountService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;

/** The dunning board: the ladder, its cases, the age of debts, runs and what they did. */
@Named
@ViewScoped
public class DunningView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int RUNS = 5;

  @Inject private DunningService dunning;
  @Inject private DunningRunService runs;
  @Inject private FinancialAccountService accounts;
  @Inject private DunningJob job;

  private LocalDate asOf;
  private CustomerClass customerClass;
  private Integer level;
  private transient List<LadderLine> ladder;
  private transient List<DunningRunCard> lastRuns;
  private transient Set<Long> running;
  private transient Map<AgeingBucket, Money> ageing;
  private transient PagedModel<DunningCaseRow> cases;
  private transient PagedModel<DunningStepRow> history;

  /** Loads the state of now. */
  public void load() {
    if (asOf == null) {
      asOf = dunning.today();
    }
    List<DunningTotal> totals = new ArrayList<>(dunning.waiting());
    totals.addAll(dunning.ladder());
    ladder = LadderLine.of(totals);
    ageing = accounts.ageing();
    running = new HashSet<>();
    lastRuns = runs.list(0, RUNS).stream().map(this::asItStands).toList();
  }

  /**
   * A job that works no more may have ended its run since; what has stopped is no different now.
   */
  private DunningRunCard asItStands(DunningRunCard run) {
    if (run.done()) {
      return run;
    }
    if (job.isRunning(run)) {
      running.add(run.id());
      return run;
    }
    return runs.card(run.id());
  }

  /** Shows the cases of a class or level, by GET. */
  public String show() {
    return "/payments/dunning.xhtml?faces-redirect=true&includeViewParams=true";
  }

  /** Starts a simulation as of the chosen day and shows its report. */
  public String simulate() {
    return report(job.simulate(asOf));
  }

  /** Starts a run as of the chosen day and shows its report. */
  public String start() {
    return report(job.start(asOf, null));
  }

  private static String report(long runId) {
    return "/payments/dunning-run.xhtml?faces-redirect=true&id=" + runId;
  }

  public PagedModel<DunningCaseRow> getCases() {
    if (cases == null) {
      cases =
          new PagedModel<>(
              (offset, limit) -> dunning.cases(customerClass, level, offset, limit),
              DunningCaseRow::accountId);
    }
    return cases;
  }

  public PagedModel<DunningStepRow> getHistory() {
    if (history == null) {
      history =
          new PagedModel<>(
              dunning::history, row -> row.accountId() + "-" + row.level() + "-" + row.doneAt());
    }
    return history;
  }

  /** The ladder as Chart.js JSON: overdue amounts, one bar for each level. */
  public String ladderChart(ResourceBundle texts) {
    return Charts.bars(
        ladder.stream().map(row -> label(row, texts)).toList(),
        ladder.stream().map(LadderLine::overdue).toList(),
        ladder.stream().map(LadderLine::colour).toList());
  }

  private static String label(LadderLine row, ResourceBundle texts) {
    return row.action() == null
        ? texts.getString("dunning.waiting")
        : row.level() + ". " + texts.getString("action." + row.action());
  }

  /** The age of open debts as Chart.js JSON. */
  public String ageingChart(ResourceBundle texts) {
    return Charts.bars(
        ageing.keySet().stream().map(bucket -> texts.getString("ageing." + bucket)).toList(),
        List.copyOf(ageing.values()),
        List.of("#5c8f6b", "#7986cb", "#e0a030", "#d9772b", "#c0392b"));
  }

  /** True while a job works on the run. */
  public boolean running(DunningRunCard run) {
    return running.contains(run.id());
  }

  public List<LadderLine> getLadder() {
    return ladder;
  }

  public List<DunningRunCard> getLastRuns() {
    return lastRuns;
  }

  public Map<AgeingBucket, Money> getAgeing() {
    return ageing;
  }

  public AgeingBucket[] getBuckets() {
    return AgeingBucket.values();
  }

  public CustomerClass[] getClasses() {
    return CustomerClass.values();
  }

  public LocalDate getAsOf() {
    return asOf;
  }

  public void setAsOf(LocalDate asOf) {
    this.asOf = asOf;
  }

  public CustomerClass getCustomerClass() {
    return customerClass;
  }

  public void setCustomerClass(CustomerClass customerClass) {
    this.customerClass = customerClass;
  }

  public Integer getLevel() {
    return level;
  }

  public void setLevel(Integer level) {
    this.level = level;
  }
}
