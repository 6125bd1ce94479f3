package com.asta.common.service;

import java.time.Instant;

/** One line of a record's history. */
public record AuditRow(
    Instant at, String actor, String action, String field, String oldValue, String newValue) {}
