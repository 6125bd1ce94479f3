package com.asta.customers.service;

import com.asta.customers.rules.Channel;
import com.asta.customers.rules.Direction;
import com.asta.customers.rules.InteractionStatus;
import com.asta.customers.rules.Topic;
import java.time.Instant;

/**
 * A talk as a line of a timeline or queue.
 *
 * @param happensAt when it took or shall take place
 * @param assignedTo null unless it was planned
 */
public record InteractionRow(
    long id,
    long customerId,
    String customerName,
    String customerPhone,
    InteractionStatus status,
    Channel channel,
    Direction direction,
    Topic topic,
    String summary,
    String note,
    String reference,
    Instant happensAt,
    String assignedTo,
    String recordedBy) {}
