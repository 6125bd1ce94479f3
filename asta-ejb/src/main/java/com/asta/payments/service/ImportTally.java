package com.asta.payments.service;

/**
 * What became of some entries.
 *
 * @param recorded taken as payments, now or before a restart
 * @param rejected in suspense, each with its reason
 */
public record ImportTally(int recorded, int rejected) {}
