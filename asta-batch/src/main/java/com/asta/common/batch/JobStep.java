package com.asta.common.batch;

import java.time.Instant;

/** One step of an execution, with what it counted. */
public record JobStep(
    long id,
    String name,
    JobStatus status,
    String exitStatus,
    Instant startedAt,
    Instant endedAt,
    String failure,
    long read,
    long written,
    long skipped,
    int partitions,
    int partitionsDone,
    JobCount count) {}
