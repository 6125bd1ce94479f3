package com.asta.products.service;

import com.asta.common.Money;
import java.util.List;

/**
 * What an order would do and cost, net, before it is placed.
 *
 * @param billedVersionIds the versions that would be billed, one entry for each subscription
 */
public record OrderPreview(
    List<OrderItemCard> items, Money oneTime, Money monthly, List<Long> billedVersionIds) {}
