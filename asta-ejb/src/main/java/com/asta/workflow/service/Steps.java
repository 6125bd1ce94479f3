package com.asta.workflow.service;

import com.asta.workflow.event.ProcessReply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.operaton.bpm.engine.ExternalTaskService;
import org.operaton.bpm.engine.externaltask.ExternalTask;
import org.operaton.bpm.engine.runtime.ProcessInstance;
import org.operaton.bpm.model.bpmn.instance.ServiceTask;

/** The steps that wait for an answer: each is an external task whose topic is the command. */
@ApplicationScoped
class Steps {
  private static final String WORKER = "asta";
  private static final long LOCK_MILLIS = 60_000;

  @Inject private EmbeddedEngine host;
  @Inject private CommandSender sender;

  /** The answer moves its process on, or stops it at an incident; false if nothing waits for it. */
  boolean answered(ProcessReply reply) {
    Optional<ExternalTask> waiting = waiting(reply.command(), reply.businessKey());
    waiting.ifPresent(
        task -> {
          if (reply.outcome() == ProcessReply.Outcome.DONE) {
            externalTasks().lock(task.getId(), WORKER, LOCK_MILLIS);
            externalTasks().complete(task.getId(), WORKER, reply.variables());
          } else {
            fail(externalTasks(), task.getId(), reply.reason());
          }
        });
    return waiting.isPresent();
  }

  private Optional<ExternalTask> waiting(String command, String businessKey) {
    return running(businessKey)
        .map(
            instance ->
                externalTasks()
                    .createExternalTaskQuery()
                    .processInstanceId(instance.getId())
                    .topicName(command)
                    .singleResult());
  }

  Optional<ProcessInstance> running(String businessKey) {
    return Optional.ofNullable(
        host.engine()
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(businessKey)
            .singleResult());
  }

  static void fail(ExternalTaskService externalTasks, String taskId, String reason) {
    externalTasks.lock(taskId, WORKER, LOCK_MILLIS);
    String words = reason == null || reason.isBlank() ? "Failed without a reason" : reason;
    externalTasks.handleFailure(taskId, WORKER, words, 0, 0);
  }

  /** Sends the command of a failed step again. */
  void again(ExternalTask failed) {
    var runtime = host.engine().getRuntimeService();
    Object tried = runtime.getVariable(failed.getExecutionId(), CommandSender.ATTEMPT);
    runtime.setVariable(
        failed.getProcessInstanceId(),
        CommandSender.ATTEMPT,
        (tried instanceof Number number ? number.intValue() : 0) + 1);
    externalTasks().setRetries(failed.getId(), 1);
    var step =
        (ServiceTask)
            host.engine()
                .getRepositoryService()
                .getBpmnModelInstance(failed.getProcessDefinitionId())
                .getModelElementById(failed.getActivityId());
    Map<String, Object> variables = runtime.getVariables(failed.getExecutionId());
    sender.send(step, failed.getBusinessKey(), variables);
  }

  ExternalTaskService externalTasks() {
    return host.engine().getExternalTaskService();
  }
}
