package com.asta.workflow.service;

import jakarta.enterprise.context.ApplicationScoped;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;

/** Turns a step that nobody answered in time into an incident, so that a person looks at it. */
@ApplicationScoped
public class SilenceReporter implements JavaDelegate {
  private static final String REASON = "No answer arrived in time";

  @Override
  public void execute(DelegateExecution execution) {
    var externalTasks = execution.getProcessEngineServices().getExternalTaskService();
    externalTasks
        .createExternalTaskQuery()
        .processInstanceId(execution.getProcessInstanceId())
        .withRetriesLeft()
        .list()
        .forEach(waiting -> Steps.fail(externalTasks, waiting.getId(), REASON));
  }
}
