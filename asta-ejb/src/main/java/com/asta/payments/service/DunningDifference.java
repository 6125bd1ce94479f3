package com.asta.payments.service;

/**
 * An account that a run treated otherwise than its simulation, because facts had changed between.
 *
 * @param simulated action foreseen, null if none was
 * @param done action carried out, null if none was
 */
public record DunningDifference(
    long accountId,
    long customerId,
    String accountNumber,
    String customerName,
    String simulated,
    String done) {}
