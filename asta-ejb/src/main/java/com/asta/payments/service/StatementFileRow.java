package com.asta.payments.service;

import com.asta.payments.model.StatementFile;
import com.asta.payments.rules.StatementFault;
import java.time.Instant;

/**
 * A statement file and what became of it.
 *
 * @param reason why it was refused, null if it was not
 * @param matched payments that found their customer by themselves
 * @param unmatched payments that wait for a person
 */
public record StatementFileRow(
    long fileId,
    String name,
    StatementFile.State state,
    StatementFault.Reason reason,
    String detail,
    Long executionId,
    int entries,
    long matched,
    long unmatched,
    Instant arrivedAt,
    String arrivedBy,
    Instant finishedAt) {}
