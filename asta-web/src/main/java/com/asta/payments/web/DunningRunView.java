package com.asta.payments.web;

import com.asta.common.Money;
import com.asta.common.web.PagedModel;
import com.asta.payments.batch.DunningJob;
import com.asta.payments.rules.CustomerClass;
import com.asta.payments.service.DunningDifference;
import com.asta.payments.service.DunningRunCard;
import com.asta.payments.service.DunningRunRow;
import com.asta.payments.service.DunningRunService;
import com.asta.payments.service.DunningService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.ResourceBundle;

/** The report of a dunning run or of its simulation. */
@Named
@ViewScoped
public class DunningRunView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private DunningService dunning;
  @Inject private DunningRunService runs;
  @Inject private DunningJob job;

  private long id;
  private CustomerClass customerClass;
  private Integer level;
  private boolean running;
  private transient DunningRunCard run;
  private transient List<LadderLine> totals;
  private transient PagedModel<DunningRunRow> rows;
  private transient PagedModel<DunningDifference> differences;

  /** Loads the run as it stands; the page asks again while its job works. */
  public void load() {
    run = runs.card(id);
    running = !run.done() && job.isRunning(run);
    if (!run.done() && !running) {
      // Its job may have ended since; what has stopped is no different now.
      run = runs.card(id);
    }
    totals = LadderLine.of(runs.totals(id));
  }

  /** Shows the accounts of a class or level, by GET. */
  public String show() {
    return "/payments/dunning-run.xhtml?faces-redirect=true&includeViewParams=true";
  }

  /** Runs what was simulated. */
  public String start() {
    return "/payments/dunning-run.xhtml?faces-redirect=true&id=" + job.start(run.asOf(), id);
  }

  /** Takes a stopped run up. */
  public String resume() {
    job.resume(id);
    return show();
  }

  public PagedModel<DunningRunRow> getRows() {
    if (rows == null) {
      rows =
          new PagedModel<>(
              (offset, limit) -> runs.rows(id, customerClass, level, offset, limit),
              DunningRunRow::accountId);
    }
    return rows;
  }

  public PagedModel<DunningDifference> getDifferences() {
    if (differences == null) {
      differences =
          new PagedModel<>(
              (offset, limit) -> runs.differences(id, offset, limit), DunningDifference::accountId);
    }
    return differences;
  }

  /** Overdue amounts by action as Chart.js JSON. */
  public String chart(ResourceBundle texts) {
    return Charts.bars(
        totals.stream()
            .map(
                row ->
                    (row.level() == 0 ? "" : row.level() + ". ")
                        + texts.getString("action." + row.action()))
            .toList(),
        totals.stream().map(LadderLine::overdue).toList(),
        totals.stream().map(LadderLine::colour).toList());
  }

  /** Accounts of all lines of a class. */
  public long all(CustomerClass of) {
    return totals.stream().mapToLong(line -> line.accounts().get(of)).sum();
  }

  /** The amounts of all lines, where they are of one currency; else null. */
  public Money getOverdue() {
    List<String> currencies =
        totals.stream().map(line -> line.overdue().currency()).distinct().toList();
    return currencies.size() == 1
        ? Money.sum(totals.stream().map(LadderLine::overdue).toList(), currencies.get(0))
        : null;
  }

  /** True where the simulated day has come, so that it can be run. */
  public boolean isRunnable() {
    return run.simulation() && run.done() && !run.asOf().isAfter(dunning.today());
  }

  public boolean isFuture() {
    return run.simulation() && run.asOf().isAfter(dunning.today());
  }

  public boolean isRunning() {
    return running;
  }

  public boolean isStuck() {
    return !run.done() && !running;
  }

  public DunningRunCard getRun() {
    return run;
  }

  public List<LadderLine> getTotals() {
    return totals;
  }

  public CustomerClass[] getClasses() {
    return CustomerClass.values();
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
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
