package com.asta.common.web;

import com.asta.common.batch.JobControl;
import com.asta.common.batch.JobRun;
import com.asta.common.batch.JobStep;
import com.asta.common.service.ImportFile;
import com.asta.common.service.ImportFiles;
import com.asta.common.service.SuspendedRecord;
import com.asta.common.service.Suspense;
import com.asta.common.service.SuspenseQuery;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** One execution of a job: its steps, its other executions, and the records it rejected. */
@Named
@ViewScoped
public class JobView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String FILE_PARAMETER = "fileId";

  @Inject private transient JobControl jobs;
  @Inject private transient ImportFiles files;
  @Inject private transient Suspense suspense;

  private Long id;
  private transient JobRun run;
  private transient List<JobStep> steps;
  private transient List<JobRun> runs;
  private transient ImportFile file;
  private transient PagedModel<SuspendedRecord> rejects;

  /** View action: reads what stands now. */
  public void load() {
    run = jobs.run(id);
    steps = jobs.steps(id);
    runs = jobs.runsOf(run.instanceId());
  }

  /** Before every later rendering, so that each poll shows what stands then. */
  public void refresh() {
    if (run != null && FacesContext.getCurrentInstance().isPostback()) {
      load();
    }
  }

  public void stop() {
    jobs.stop(id);
    Messages.done("common", "job.stopping", String.valueOf(id));
  }

  public String restart() {
    long executionId = jobs.restart(id);
    Messages.done("common", "job.restarted", String.valueOf(id));
    return "/operations/job.xhtml?faces-redirect=true&id=" + executionId;
  }

  public JobRun getRun() {
    if (run == null && id != null) {
      load();
    }
    return run;
  }

  public List<JobStep> getSteps() {
    getRun();
    return steps;
  }

  public List<JobRun> getRuns() {
    getRun();
    return runs;
  }

  /** The file the job imports; null if it imports none. */
  public ImportFile getFile() {
    String fileId = getRun() == null ? null : run.parameters().get(FILE_PARAMETER);
    if (file == null && fileId != null && fileId.matches("\\d{1,18}")) {
      file = files.find(Long.parseLong(fileId)).orElse(null);
    }
    return file;
  }

  /** Records of the imported file that lie or lay in suspense. */
  public PagedModel<SuspendedRecord> getRejects() {
    if (rejects == null && getFile() != null) {
      SuspenseQuery query = new SuspenseQuery(null, null, file.source(), null);
      rejects =
          new PagedModel<>(
              (offset, limit) -> suspense.list(query, offset, limit), SuspendedRecord::id);
    }
    return rejects;
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }
}
