package com.asta.customers.service;

import com.asta.customers.rules.Channel;
import com.asta.customers.rules.Topic;
import java.time.Instant;

/**
 * A talk to be held.
 *
 * @param requestKey the form's key: posting it twice plans once
 * @param assignedTo login of whoever shall hold it; null for the caller
 */
public record PlannedInteraction(
    String requestKey,
    long customerId,
    Channel channel,
    Topic topic,
    String summary,
    String note,
    Instant plannedFor,
    String assignedTo) {}
