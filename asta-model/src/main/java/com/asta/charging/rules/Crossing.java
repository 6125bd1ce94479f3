package com.asta.charging.rules;

/**
 * A fair-use threshold that an event reached; told once, by the event that reached it.
 *
 * @param threshold units of the period that are fair
 */
public record Crossing(CounterId counter, long threshold) {}
