package com.asta.warehouse.service;

import java.time.Instant;

/** A receipt in a list. */
public record ReceiptRow(
    long id,
    String deliveryNote,
    String modelCode,
    String modelName,
    String place,
    Instant receivedAt,
    String receivedBy,
    int accepted,
    int rejected) {}
