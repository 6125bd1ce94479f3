package com.asta.payments.service;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A run of dunning, or its simulation.
 *
 * @param simulationId what the person had seen when the run was started; null if nothing
 * @param executionId of its job; null before the job is known
 */
public record DunningRunCard(
    long id,
    boolean simulation,
    LocalDate asOf,
    Long simulationId,
    boolean done,
    Long executionId,
    Instant startedAt,
    String startedBy,
    Instant finishedAt,
    long accounts,
    long failures) {}
