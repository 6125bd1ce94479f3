package com.asta.products.service;

import com.asta.products.rules.FulfilmentKind;
import com.asta.products.rules.ItemStatus;

/**
 * An item of an order.
 *
 * @param parentPosition the position of the bundle it belongs to, or null
 */
public record OrderItemCard(
    int position,
    Integer parentPosition,
    long offerVersionId,
    String offerCode,
    String nameEn,
    String namePl,
    FulfilmentKind fulfilment,
    String serviceId,
    boolean included,
    ItemStatus status,
    Long subscriptionId) {}
