package com.asta.common.web;

import com.asta.common.batch.JobControl;
import com.asta.common.batch.JobKind;
import com.asta.common.batch.JobParameter;
import com.asta.common.batch.JobRun;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All executions of all jobs; the page asks again only while one of those shown is running. */
@Named
@ViewScoped
public class JobListView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient JobControl jobs;

  private transient PagedModel<JobRun> runs;
  private String job;
  private String chosen;
  private Map<String, String> values = new HashMap<>();

  public PagedModel<JobRun> getRuns() {
    if (runs == null) {
      runs =
          new PagedModel<>((offset, limit) -> jobs.list(job, offset, limit), JobRun::executionId);
    }
    return runs;
  }

  /** True while an execution that the page shows is running, so that the page goes on asking. */
  public boolean isRunning() {
    return getRuns().anyShown(JobRun::isRunning);
  }

  /** The same page with the filter in its address. */
  public String filter() {
    return "/operations/job-list.xhtml?faces-redirect=true&includeViewParams=true";
  }

  /** Another job was chosen in the dialog: it has parameters of its own. */
  public void choose() {
    values = new HashMap<>();
    for (JobParameter parameter : getParameters()) {
      if (parameter.defaultValue() != null) {
        values.put(parameter.name(), parameter.defaultValue());
      }
    }
  }

  /** Starts the chosen job and shows it. */
  public String start() {
    Map<String, String> given = new HashMap<>();
    values.forEach(
        (name, value) -> {
          if (value != null && !value.isBlank()) {
            given.put(name, value.strip());
          }
        });
    for (JobParameter parameter : getParameters()) {
      if (parameter.isRequired() && !given.containsKey(parameter.name())) {
        Messages.error(null, "common", "job.parameter.missing", parameter.name());
        return null;
      }
    }
    long executionId = jobs.start(chosen, given);
    Messages.done("common", "job.started.done", chosen);
    return "/operations/job.xhtml?faces-redirect=true&id=" + executionId;
  }

  public void stop(JobRun run) {
    jobs.stop(run.executionId());
    Messages.done("common", "job.stopping", String.valueOf(run.executionId()));
  }

  /** Takes an execution up where it was, and shows the new one. */
  public String restart(JobRun run) {
    long executionId = jobs.restart(run.executionId());
    Messages.done("common", "job.restarted", String.valueOf(run.executionId()));
    return "/operations/job.xhtml?faces-redirect=true&id=" + executionId;
  }

  public List<JobKind> getKinds() {
    return jobs.kinds();
  }

  public List<JobParameter> getParameters() {
    return jobs.kinds().stream()
        .filter(kind -> kind.name().equals(chosen))
        .findFirst()
        .map(JobKind::parameters)
        .orElse(List.of());
  }

  public Map<String, String> getValues() {
    return values;
  }

  public String getJob() {
    return job;
  }

  public void setJob(String job) {
    this.job = job == null || job.isBlank() ? null : job;
  }

  public String getChosen() {
    return chosen;
  }

  public void setChosen(String chosen) {
    this.chosen = chosen;
  }
}
