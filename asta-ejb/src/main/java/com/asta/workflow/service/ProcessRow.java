package com.asta.workflow.service;

import java.time.Instant;

/** A process instance in a list. */
public record ProcessRow(
    String id,
    String processKey,
    int version,
    String businessKey,
    ProcessStatus status,
    Instant started,
    Instant ended) {}
