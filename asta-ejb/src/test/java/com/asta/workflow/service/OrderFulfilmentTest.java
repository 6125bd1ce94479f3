package com.asta.workflow.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.workflow.rules.ProcessDiagram;
import com.asta.workflow.rules.ProcessDiagram.Kind;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.bpmn.instance.FlowNode;
import org.operaton.bpm.model.bpmn.instance.SequenceFlow;

class OrderFulfilmentTest {
  private static final BpmnModelInstance MODEL =
      Bpmn.readModelFromStream(
          OrderFulfilmentTest.class.getResourceAsStream("/processes/order-fulfilment.bpmn"));

  @Test
  void theFileIsValidBpmn() {
    Bpmn.validateModel(MODEL);
  }

  @Test
  void everyNodeAndFlowIsDrawn() {
    ProcessDiagram diagram = Diagrams.read(MODEL);

    assertEquals(
        MODEL.getModelElementsByType(FlowNode.class).stream()
            .map(FlowNode::getId)
            .collect(Collectors.toSet()),
        diagram.nodes().stream().map(ProcessDiagram.Node::id).collect(Collectors.toSet()));
    assertEquals(
        MODEL.getModelElementsByType(SequenceFlow.class).stream()
            .map(SequenceFlow::getId)
            .collect(Collectors.toSet()),
        diagram.flows().stream().map(ProcessDiagram.Flow::id).collect(Collectors.toSet()));
  }

  @Test
  void oneStepIsForPeople() {
    Set<String> forPeople =
        Diagrams.read(MODEL).nodes().stream()
            .filter(node -> node.kind() == Kind.USER_TASK)
            .map(ProcessDiagram.Node::id)
            .collect(Collectors.toSet());

    assertEquals(Set.of("pick-and-ship"), forPeople);
    assertTrue(Diagrams.read(MODEL).nodes().stream().allMatch(node -> node.name() != null));
  }
}
