package com.asta.payments.service;

import com.asta.payments.model.StatementFile;
import com.asta.payments.rules.StatementFault;
import java.time.Instant;

/**
 * A status report that was handed in, and what became of it.
 *
 * @param about the message it answers, such as {@code pain.008.001.08}; null before it is read
 * @param applied statuses that changed something
 * @param repeated statuses that were known before
 * @param unknown statuses that a person has to look at
 */
public record StatusReportRow(
    long fileId,
    String name,
    StatementFile.State state,
    StatementFault.Reason reason,
    String detail,
    String messageId,
    String about,
    Long executionId,
    int entries,
    int applied,
    int repeated,
    int unknown,
    Instant arrivedAt,
    String arrivedBy,
    Instant finishedAt) {}
