package com.asta.workflow.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.workflow.rules.ProcessDiagram.Flow;
import com.asta.workflow.rules.ProcessDiagram.Kind;
import com.asta.workflow.rules.ProcessDiagram.Node;
import com.asta.workflow.rules.ProcessDiagram.Point;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.InputSource;

class ProcessDrawingTest {
  private static final ProcessDiagram DIAGRAM =
      new ProcessDiagram(
          List.of(
              new Node("start", Kind.START, "Begin", 0, 20, 36, 36),
              new Node("reserve", Kind.SERVICE_TASK, "Reserve", 80, 0, 120, 80),
              new Node("pick", Kind.USER_TASK, "Pick & <ship>", 240, 0, 120, 80),
              new Node("late", Kind.TIMER, "Late", 260, 62, 36, 36),
              new Node("choice", Kind.GATEWAY, "", 400, 20, 40, 40),
              new Node("end", Kind.END, "End", 480, 20, 36, 36)),
          List.of(
              new Flow("f1", "start", "reserve", List.of(new Point(36, 38), new Point(80, 38))),
              new Flow("f2", "reserve", "pick", List.of(new Point(200, 40), new Point(240, 40)))));

  private static String draw(Map<String, StepState> states) {
    return ProcessDrawing.svg(DIAGRAM, states, Node::name, "Order \"17\": now at Pick");
  }

  @ParameterizedTest
  @EnumSource(StepState.class)
  void theDrawingIsWellFormedInEveryState(StepState state) throws Exception {
    String svg = draw(Map.of("start", StepState.DONE, "pick", state));

    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));

    assertEquals("svg", document.getDocumentElement().getNodeName());
    assertEquals(
        "Order \"17\": now at Pick", document.getDocumentElement().getAttribute("aria-label"));
  }

  @Test
  void theStepWhereItStandsIsMarked() {
    String svg = draw(Map.of("start", StepState.DONE, "reserve", StepState.CURRENT));

    assertTrue(svg.contains("bpmn-node bpmn-current"));
    assertEquals(1, svg.split("bpmn-current", -1).length - 1);
  }

  @Test
  void anArrowIsPassedOnlyIfBothItsEndsWereReached() {
    assertTrue(
        draw(Map.of("start", StepState.DONE, "reserve", StepState.CURRENT))
            .contains("bpmn-passed"));
    assertFalse(draw(Map.of("start", StepState.DONE)).contains("bpmn-passed"));
  }

  @Test
  void allIsInsideOfTheViewBox() {
    String svg = draw(Map.of());

    assertTrue(svg.contains("viewBox=\"-48 -12 612 152\""), svg.substring(0, 200));
  }

  @Test
  void aLongNameIsBrokenIntoLines() {
    assertEquals(List.of("Uruchomienie", "łącza"), ProcessDrawing.lines("Uruchomienie łącza"));
    assertEquals(List.of("Pick and ship"), ProcessDrawing.lines("Pick and ship"));
  }

  @Test
  void anArrowHasTwoEnds() {
    assertThrows(
        IllegalArgumentException.class, () -> new Flow("f", "a", "b", List.of(new Point(1, 1))));
  }
}
