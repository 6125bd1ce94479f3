package com.asta.payments.service;

import java.time.Instant;

/**
 * A proof of the book.
 *
 * @param postings how many were summed
 * @param faults how many sums did not agree
 */
public record LedgerCheckRow(
    long id, Instant startedAt, Instant finishedAt, String startedBy, long postings, long faults) {}
