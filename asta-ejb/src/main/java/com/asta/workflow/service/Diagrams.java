package com.asta.workflow.service;

import com.asta.workflow.rules.ProcessDiagram;
import com.asta.workflow.rules.ProcessDiagram.Flow;
import com.asta.workflow.rules.ProcessDiagram.Kind;
import com.asta.workflow.rules.ProcessDiagram.Node;
import com.asta.workflow.rules.ProcessDiagram.Point;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.bpmn.instance.BoundaryEvent;
import org.operaton.bpm.model.bpmn.instance.EndEvent;
import org.operaton.bpm.model.bpmn.instance.FlowNode;
import org.operaton.bpm.model.bpmn.instance.Gateway;
import org.operaton.bpm.model.bpmn.instance.SequenceFlow;
import org.operaton.bpm.model.bpmn.instance.StartEvent;
import org.operaton.bpm.model.bpmn.instance.UserTask;
import org.operaton.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.operaton.bpm.model.bpmn.instance.bpmndi.BpmnShape;

/** The drawings inside the published processes; a published version never changes. */
@ApplicationScoped
class Diagrams {
  @Inject private EmbeddedEngine host;

  private final Map<String, ProcessDiagram> known = new ConcurrentHashMap<>();

  ProcessDiagram of(String definitionId) {
    return known.computeIfAbsent(
        definitionId, id -> read(host.engine().getRepositoryService().getBpmnModelInstance(id)));
  }

  String nameOf(String definitionId, String nodeId) {
    return of(definitionId).nodes().stream()
        .filter(node -> node.id().equals(nodeId))
        .map(Node::name)
        .findFirst()
        .orElse(nodeId);
  }

  static ProcessDiagram read(BpmnModelInstance model) {
    List<Node> nodes = new ArrayList<>();
    for (BpmnShape shape : model.getModelElementsByType(BpmnShape.class)) {
      if (shape.getBpmnElement() instanceof FlowNode node) {
        var bounds = shape.getBounds();
        nodes.add(
            new Node(
                node.getId(),
                kind(node),
                node.getName(),
                bounds.getX(),
                bounds.getY(),
                bounds.getWidth(),
                bounds.getHeight()));
      }
    }
    List<Flow> flows = new ArrayList<>();
    for (BpmnEdge edge : model.getModelElementsByType(BpmnEdge.class)) {
      if (edge.getBpmnElement() instanceof SequenceFlow flow) {
        flows.add(
            new Flow(
                flow.getId(),
                flow.getSource().getId(),
                flow.getTarget().getId(),
                edge.getWaypoints().stream().map(at -> new Point(at.getX(), at.getY())).toList()));
      }
    }
    return new ProcessDiagram(nodes, flows);
  }

  private static Kind kind(FlowNode node) {
    if (node instanceof StartEvent) {
      return Kind.START;
    } else if (node instanceof EndEvent) {
      return Kind.END;
    } else if (node instanceof BoundaryEvent) {
      return Kind.TIMER;
    } else if (node instanceof Gateway) {
      return Kind.GATEWAY;
    }
    return node instanceof UserTask ? Kind.USER_TASK : Kind.SERVICE_TASK;
  }
}
