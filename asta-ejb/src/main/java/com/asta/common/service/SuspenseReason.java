package com.asta.common.service;

/** How many open entries have one reason. */
public record SuspenseReason(String subsystem, String reason, long count) {}
