package com.asta.charging.rules;

/**
 * What an event adds to a monthly counter of its subscription.
 *
 * @param counter code of an allowance or of a tiered rate
 */
public record CounterUse(String counter, long units) {}
