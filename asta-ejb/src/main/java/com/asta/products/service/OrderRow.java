package com.asta.products.service;

import com.asta.products.rules.OrderAction;
import com.asta.products.rules.OrderStatus;
import java.time.Instant;
import java.time.LocalDate;

/** An order in a list. */
public record OrderRow(
    long id,
    String number,
    OrderAction action,
    OrderStatus status,
    long accountId,
    long customerId,
    LocalDate wishedOn,
    Instant placedAt,
    String placedBy,
    String firstOfferEn,
    String firstOfferPl,
    long items) {}
