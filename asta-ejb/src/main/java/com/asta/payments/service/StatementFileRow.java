package com.asta.payments.service;

import com.asta.payments.model.StatementFile;
import com.asta.payments.rules.StatementFault;
import com.asta.payments.rules.StatementFormat;
import java.time.Instant;

/**
 * A statement file and what became of it.
 *
 * @param reason why it was refused, null if it was not
 * @param format null until it was recognised, as is the charset
 * @param mappingId how a table is read, else null
 * @param duplicates entries that were told before
 * @param matched payments that found their customer by themselves
 * @param unmatched payments that wait for a person
 */
public record StatementFileRow(
    long fileId,
    String name,
    StatementFile.State state,
    StatementFault.Reason reason,
    String detail,
    StatementFormat format,
    String charset,
    Long mappingId,
    Long executionId,
    int entries,
    int duplicates,
    long matched,
    long unmatched,
    Instant arrivedAt,
    String arrivedBy,
    Instant finishedAt) {}
