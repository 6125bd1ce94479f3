package com.asta.workflow.service;

import java.time.Instant;

/**
 * A failed step that waits for a person.
 *
 * @param reason what who failed it said
 * @param attempt how often the step was tried
 */
public record IncidentCard(
    String id,
    String processKey,
    String businessKey,
    String stepId,
    String stepName,
    String reason,
    Instant since,
    int attempt) {}
