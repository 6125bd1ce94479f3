package com.asta.common.batch;

import java.util.List;

/** A job that can be started, and the names of its parameters. */
public record JobKind(String name, List<JobParameter> parameters) {}
