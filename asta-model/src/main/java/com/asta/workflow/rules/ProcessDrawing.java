package com.asta.workflow.rules;

import com.asta.workflow.rules.ProcessDiagram.Flow;
import com.asta.workflow.rules.ProcessDiagram.Node;
import com.asta.workflow.rules.ProcessDiagram.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Draws a process as SVG with BPMN's shapes (OMG BPMN 2.0.2). Colours come from the page's style
 * sheet: each node carries the class of its state, such as {@code bpmn-current}.
 */
public final class ProcessDrawing {
  private static final double MARGIN = 12;

  /** Room for the names below the first and the last circle. */
  private static final double SIDE = 48;

  private static final int LINE_LENGTH = 16;
  private static final double LINE_HEIGHT = 15;

  private ProcessDrawing() {}

  /**
   * The picture of one instance.
   *
   * @param states by activity id; a node without one is {@link StepState#AHEAD}
   * @param labels gives a node its name in the reader's language
   * @param alternative what a person who cannot see the picture is told
   */
  public static String svg(
      ProcessDiagram diagram,
      Map<String, StepState> states,
      Function<Node, String> labels,
      String alternative) {
    StringBuilder svg = new StringBuilder(4096);
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"bpmn\" role=\"img\"");
    attribute(svg, "aria-label", alternative);
    attribute(svg, "viewBox", viewBox(diagram));
    svg.append('>');
    svg.append(
        "<defs><marker id=\"bpmn-arrow\" viewBox=\"0 0 10 10\" refX=\"10\" refY=\"5\""
            + " markerWidth=\"11\" markerHeight=\"11\" markerUnits=\"userSpaceOnUse\" orient=\"auto\">"
            + "<path class=\"bpmn-arrow\" d=\"M0 0L10 5L0 10z\"/></marker></defs>");
    for (Flow flow : diagram.flows()) {
      drawFlow(svg, flow, states);
    }
    for (Node node : diagram.nodes()) {
      drawNode(svg, node, states.getOrDefault(node.id(), StepState.AHEAD), labels.apply(node));
    }
    return svg.append("</svg>").toString();
  }

  private static String viewBox(ProcessDiagram diagram) {
    double left = xs(diagram).min(Double::compare).orElse(0d) - SIDE;
    double top = ys(diagram).min(Double::compare).orElse(0d) - MARGIN;
    double right = xs(diagram).max(Double::compare).orElse(0d) + SIDE;
    double bottom = ys(diagram).max(Double::compare).orElse(0d) + MARGIN + LINE_HEIGHT * 2;
    return number(left)
        + ' '
        + number(top)
        + ' '
        + number(right - left)
        + ' '
        + number(bottom - top);
  }

  private static Stream<Double> xs(ProcessDiagram diagram) {
    return Stream.concat(
        diagram.nodes().stream().flatMap(node -> Stream.of(node.x(), node.x() + node.width())),
        diagram.flows().stream().flatMap(flow -> flow.waypoints().stream()).map(Point::x));
  }

  private static Stream<Double> ys(ProcessDiagram diagram) {
    return Stream.concat(
        diagram.nodes().stream().flatMap(node -> Stream.of(node.y(), node.y() + node.height())),
        diagram.flows().stream().flatMap(flow -> flow.waypoints().stream()).map(Point::y));
  }

  private static void drawFlow(StringBuilder svg, Flow flow, Map<String, StepState> states) {
    boolean passed =
        states.get(flow.sourceId()) == StepState.DONE
            && states.getOrDefault(flow.targetId(), StepState.AHEAD) != StepState.AHEAD;
    svg.append("<polyline class=\"bpmn-flow").append(passed ? " bpmn-passed" : "").append('"');
    StringBuilder points = new StringBuilder();
    for (Point point : flow.waypoints()) {
      points.append(number(point.x())).append(',').append(number(point.y())).append(' ');
    }
    attribute(svg, "points", points.toString().strip());
    svg.append(" marker-end=\"url(#bpmn-arrow)\"/>");
  }

  private static void drawNode(StringBuilder svg, Node node, StepState state, String label) {
    svg.append("<g class=\"bpmn-node bpmn-")
        .append(state.name().toLowerCase(Locale.ROOT))
        .append("\">");
    switch (node.kind()) {
      case START, END, TIMER -> drawEvent(svg, node);
      case GATEWAY -> drawGateway(svg, node);
      case USER_TASK, SERVICE_TASK -> drawTask(svg, node, state);
    }
    drawLabel(svg, node, label);
    svg.append("</g>");
  }

  private static void drawEvent(StringBuilder svg, Node node) {
    double x = node.x() + node.width() / 2;
    double y = node.y() + node.height() / 2;
    double radius = node.width() / 2;
    circle(
        svg,
        node.kind() == ProcessDiagram.Kind.END ? "bpmn-shape bpmn-end" : "bpmn-shape",
        x,
        y,
        radius);
    if (node.kind() == ProcessDiagram.Kind.TIMER) {
      circle(svg, "bpmn-icon", x, y, radius - 4);
      path(
          svg,
          "bpmn-icon",
          x,
          y,
          "v-" + number(radius - 7) + "M" + number(x) + ' ' + number(y) + "h" + number(radius - 9));
    }
  }

  private static void drawGateway(StringBuilder svg, Node node) {
    double half = node.width() / 2;
    path(
        svg,
        "bpmn-shape",
        node.x() + half,
        node.y(),
        "l"
            + number(half)
            + ' '
            + number(half)
            + "l-"
            + number(half)
            + ' '
            + number(half)
            + "l-"
            + number(half)
            + " -"
            + number(half)
            + 'z');
  }

  private static void drawTask(StringBuilder svg, Node node, StepState state) {
    svg.append("<rect class=\"bpmn-shape\" rx=\"10\"");
    attribute(svg, "x", number(node.x()));
    attribute(svg, "y", number(node.y()));
    attribute(svg, "width", number(node.width()));
    attribute(svg, "height", number(node.height()));
    svg.append("/>");
    if (node.kind() == ProcessDiagram.Kind.USER_TASK) {
      circle(svg, "bpmn-icon", node.x() + 14, node.y() + 11, 4);
      path(svg, "bpmn-icon", node.x() + 6, node.y() + 24, "c0-10 16-10 16 0z");
    } else {
      circle(svg, "bpmn-icon", node.x() + 14, node.y() + 15, 6);
      circle(svg, "bpmn-icon", node.x() + 14, node.y() + 15, 2);
    }
    drawMark(svg, node, state);
  }

  /** State is never told by colour alone. */
  private static void drawMark(StringBuilder svg, Node node, StepState state) {
    double x = node.x() + node.width() - 22;
    double y = node.y() + 14;
    switch (state) {
      case DONE -> path(svg, "bpmn-mark", x, y, "l4 5l8-10");
      case FAILED -> path(svg, "bpmn-mark", x + 6, y - 6, "v8m0 3v2");
      case CANCELLED -> path(svg, "bpmn-mark", x, y - 5, "l10 10m0-10l-10 10");
      case CURRENT -> path(svg, "bpmn-mark bpmn-solid", x, y - 6, "l10 6l-10 6z");
      case AHEAD -> {}
    }
  }

  private static void drawLabel(StringBuilder svg, Node node, String label) {
    if (label == null || label.isBlank()) {
      return;
    }
    List<String> lines = lines(label);
    boolean inside = node.kind().isStep();
    boolean beside = node.kind() == ProcessDiagram.Kind.TIMER;
    double x = beside ? node.x() + 4 : node.x() + node.width() / 2;
    double y =
        inside
            ? node.y() + node.height() / 2 + 10 - (lines.size() - 1) * LINE_HEIGHT / 2
            : node.y() + node.height() + LINE_HEIGHT - (beside ? 4 : 0);
    for (String line : lines) {
      svg.append("<text class=\"bpmn-label\"");
      attribute(svg, "text-anchor", beside ? "end" : "middle");
      attribute(svg, "x", number(x));
      attribute(svg, "y", number(y));
      svg.append('>').append(escaped(line)).append("</text>");
      y += LINE_HEIGHT;
    }
  }

  static List<String> lines(String label) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : label.strip().split("\\s+")) {
      if (line.length() > 0 && line.length() + 1 + word.length() > LINE_LENGTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static void circle(StringBuilder svg, String type, double x, double y, double radius) {
    svg.append("<circle");
    attribute(svg, "class", type);
    attribute(svg, "cx", number(x));
    attribute(svg, "cy", number(y));
    attribute(svg, "r", number(radius));
    svg.append("/>");
  }

  private static void path(StringBuilder svg, String type, double x, double y, String rest) {
    svg.append("<path");
    attribute(svg, "class", type);
    attribute(svg, "d", "M" + number(x) + ' ' + number(y) + rest);
    svg.append("/>");
  }

  private static void attribute(StringBuilder svg, String name, String value) {
    svg.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString(Math.round(value))
        : String.format(Locale.ROOT, "%.1f", value);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
