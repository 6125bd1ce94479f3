package com.asta.warehouse.service;

import com.asta.warehouse.rules.StockStatus;
import java.time.Instant;

/** A device in a list. */
public record ItemRow(
    long id,
    String serialNumber,
    String modelCode,
    String modelName,
    String place,
    StockStatus status,
    String reservedFor,
    Instant receivedAt) {}
