package com.asta.workflow.rules;

import java.util.List;
import java.util.Objects;

/** A process as drawn: boxes and arrows in the pixels of its BPMN diagram interchange. */
public record ProcessDiagram(List<Node> nodes, List<Flow> flows) {
  /** What a node is, so that it gets its BPMN shape. */
  public enum Kind {
    START,
    END,
    TIMER,
    USER_TASK,
    SERVICE_TASK,
    GATEWAY;

    /** True for what is worth a line in a list of steps. */
    public boolean isStep() {
      return this == USER_TASK || this == SERVICE_TASK;
    }
  }

  /** A shape; {@code id} is the activity's id in the process. */
  public record Node(
      String id, Kind kind, String name, double x, double y, double width, double height) {
    public Node {
      Objects.requireNonNull(id, "id");
      if (width <= 0 || height <= 0) {
        throw new IllegalArgumentException(id + " has no size: " + width + " x " + height);
      }
    }
  }

  /** A bend of an arrow. */
  public record Point(double x, double y) {}

  /** An arrow along its waypoints. */
  public record Flow(String id, String sourceId, String targetId, List<Point> waypoints) {
    public Flow {
      waypoints = List.copyOf(waypoints);
      if (waypoints.size() < 2) {
        throw new IllegalArgumentException(id + " has fewer than two waypoints: " + waypoints);
      }
    }
  }

  public ProcessDiagram {
    nodes = List.copyOf(nodes);
    flows = List.copyOf(flows);
  }
}
