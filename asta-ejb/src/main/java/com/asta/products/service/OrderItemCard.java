package com.asta.products.service;

import com.asta.products.rules.FulfilmentKind;
import com.asta.products.rules.ItemStatus;

/** An item of an order. */
public record OrderItemCard(
    long id,
    Long parentId,
    long offerVersionId,
    String offerCode,
    String nameEn,
    String namePl,
    FulfilmentKind fulfilment,
    String serviceId,
    boolean included,
    ItemStatus status,
    Long subscriptionId) {}
