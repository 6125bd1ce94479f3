package com.asta.customers.service;

import com.asta.customers.rules.Channel;
import com.asta.customers.rules.Direction;
import com.asta.customers.rules.Topic;
import java.time.Instant;

/**
 * A talk to be recorded.
 *
 * @param requestKey the form's key: posting it twice records once
 * @param reference number of the order, bill or case it concerned, or null
 * @param happenedAt null for now
 */
public record NewInteraction(
    String requestKey,
    long customerId,
    Channel channel,
    Direction direction,
    Topic topic,
    String summary,
    String note,
    String reference,
    Instant happenedAt) {}
