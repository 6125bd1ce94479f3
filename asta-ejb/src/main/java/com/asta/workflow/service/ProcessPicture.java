package com.asta.workflow.service;

import com.asta.workflow.rules.ProcessDiagram;
import com.asta.workflow.rules.StepState;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A process instance as it stands: the drawing with the state of each node, and the same in words.
 *
 * @param version the published version of the process, pinned when the instance started
 * @param states by node id; a node without one is ahead
 */
public record ProcessPicture(
    String processKey,
    int version,
    String businessKey,
    ProcessStatus status,
    String cancelReason,
    ProcessDiagram diagram,
    Map<String, StepState> states,
    List<Step> steps) {
  /**
   * A step in words.
   *
   * @param who the person who does or did it; null for a step of the machine
   * @param reason why it failed; null if it did not
   */
  public record Step(
      String id,
      String name,
      StepState state,
      Instant started,
      Instant ended,
      String who,
      String reason) {}
}
