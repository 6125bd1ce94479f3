package com.asta.warehouse.service;

import java.util.List;

/**
 * A delivery to book.
 *
 * @param requestKey one per delivery: the same key again gets the first answer
 * @param scans serial numbers as scanned
 * @param inspect true if the devices must be inspected before they may be promised
 */
public record NewReceipt(
    String requestKey,
    long modelId,
    long locationId,
    String deliveryNote,
    List<String> scans,
    boolean inspect) {}
