package com.asta.charging.batch;

import java.io.Serializable;

/** Charging accounts with ids in (after, to]. */
public record AccountRange(long after, long to) implements Serializable {}
