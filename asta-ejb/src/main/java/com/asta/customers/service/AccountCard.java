package com.asta.customers.service;

/**
 * What others need to know of an account.
 *
 * @param id the {@code account_id} of every downstream table
 * @param number such as {@code A-000123}; also the reference of payments
 * @param currency ISO 4217
 * @param shard 0 to 1023
 */
public record AccountCard(long id, String number, long customerId, String currency, int shard) {}
