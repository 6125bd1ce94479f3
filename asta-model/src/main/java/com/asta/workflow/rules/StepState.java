package com.asta.workflow.rules;

/** Where a step of one process instance stands. */
public enum StepState {
  /** Not reached yet. */
  AHEAD,
  /** The instance waits here. */
  CURRENT,
  /** The instance waits here because the step failed; a person must act. */
  FAILED,
  /** Left behind. */
  DONE,
  /** Was under way when the instance was given up. */
  CANCELLED
}
