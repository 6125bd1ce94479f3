package com.asta.charging.rules;

/** What an event adds to a counter of its subscription. */
public record CounterUse(CounterId id, long units) {}
