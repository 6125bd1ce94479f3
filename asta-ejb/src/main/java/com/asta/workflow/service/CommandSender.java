package com.asta.workflow.service;

import com.asta.common.service.Outbox;
import com.asta.workflow.event.ProcessCommand;
import com.asta.workflow.event.ProvisionService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.ExecutionListener;
import org.operaton.bpm.model.bpmn.instance.ServiceTask;
import org.operaton.bpm.model.bpmn.instance.operaton.OperatonProperties;
import org.operaton.bpm.model.bpmn.instance.operaton.OperatonProperty;

/**
 * Sends the command of a step: its topic is the command's name. Without an extension property
 * {@code destination} the command goes to the topic for subsystems, with one to that queue of the
 * network.
 */
@ApplicationScoped
public class CommandSender implements ExecutionListener {
  static final String ATTEMPT = "attempt";
  private static final String COMMANDS = "asta.workflow.commands";

  @Inject private Outbox outbox;

  /** A step begins. */
  @Override
  public void notify(DelegateExecution execution) {
    execution.setVariable(ATTEMPT, 1);
    send(
        (ServiceTask) execution.getBpmnModelElementInstance(),
        execution.getProcessBusinessKey(),
        execution.getVariables());
  }

  /** Sends, or after a failure sends again; {@code variables} carries the attempt's number. */
  void send(ServiceTask step, String businessKey, Map<String, Object> variables) {
    Map<String, Object> known = new LinkedHashMap<>(variables);
    known.values().removeIf(value -> value == null);
    var command = new ProcessCommand(step.getOperatonTopic(), businessKey, known);
    String queue = destination(step);
    if (queue == null) {
      outbox.sendToTopic(COMMANDS, command.command(), command);
    } else {
      outbox.send(
          queue,
          command.command(),
          ProvisionService.of(command),
          Map.of("businessKey", businessKey));
    }
  }

  private static String destination(ServiceTask step) {
    return step.getExtensionElements().getElements().stream()
        .filter(OperatonProperties.class::isInstance)
        .flatMap(each -> ((OperatonProperties) each).getOperatonProperties().stream())
        .filter(property -> "destination".equals(property.getOperatonName()))
        .map(OperatonProperty::getOperatonValue)
        .findFirst()
        .orElse(null);
  }
}
