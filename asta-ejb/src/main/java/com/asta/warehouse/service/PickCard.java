package com.asta.warehouse.service;

import com.asta.workflow.service.WorkItem;

/**
 * What the clerk who picks for an order sees.
 *
 * @param device the device that is kept for the order; null if it was taken away meanwhile
 */
public record PickCard(WorkItem task, ItemRow device) {
  public boolean isPicked() {
    return device != null && device.status() == com.asta.warehouse.rules.StockStatus.PICKED;
  }
}
