package com.asta.products.service;

import com.asta.products.rules.OrderAction;
import com.asta.products.rules.OrderStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** An order with its items. */
public record OrderCard(
    long id,
    String number,
    OrderAction action,
    OrderStatus status,
    long accountId,
    long customerId,
    LocalDate wishedOn,
    Instant placedAt,
    String placedBy,
    Instant completedAt,
    String cancelReason,
    String processKey,
    List<OrderItemCard> items) {}
