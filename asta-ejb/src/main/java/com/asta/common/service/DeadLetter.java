package com.asta.common.service;

import java.time.Instant;

/**
 * A message that its consumer could not take: in four attempts, or ever, as it saw at once.
 *
 * @param id the broker's message id
 * @param origin where it was sent: a queue, or a topic
 * @param subscription the one subscription of the topic that failed; equal to {@code origin} for a
 *     queue
 * @param event its kind; null if its sender named none
 * @param reason why, in the consumer's words; null if it said nothing (the server log does)
 * @param body its text, cut off; null for a message that has none
 */
public record DeadLetter(
    String id,
    Instant sent,
    String origin,
    String subscription,
    String event,
    String reason,
    String body) {}
