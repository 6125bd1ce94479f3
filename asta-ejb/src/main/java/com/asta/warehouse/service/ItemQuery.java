package com.asta.warehouse.service;

import com.asta.warehouse.rules.StockStatus;

/** Which devices to list; null matches all. */
public record ItemQuery(String serial, Long modelId, Long locationId, StockStatus status) {}
