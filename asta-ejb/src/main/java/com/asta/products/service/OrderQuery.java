package com.asta.products.service;

import com.asta.products.rules.OrderStatus;

/**
 * Which orders a list shows.
 *
 * @param number part of the order's number, or null
 * @param status or null for all
 * @param customerId or null for all
 */
public record OrderQuery(String number, OrderStatus status, Long customerId) {}
