package com.asta.workflow.event;

import com.asta.common.event.Event;

/**
 * A person gave a running process up: whoever did a step of it undoes that step.
 *
 * @param reason why, as the person typed it
 */
public record ProcessCancelled(String processKey, String businessKey, String reason)
    implements Event {}
