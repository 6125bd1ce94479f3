package com.asta.warehouse.service;

import com.asta.warehouse.model.StockItem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Turns devices into what lists show. */
@ApplicationScoped
class ItemRows {
  @Inject private Places places;

  ItemRow row(StockItem item) {
    return row(item, places.paths());
  }

  static ItemRow row(StockItem item, Map<Long, String> paths) {
    return new ItemRow(
        item.getId(),
        item.getSerialNumber(),
        item.getModel().getCode(),
        item.getModel().getName(),
        paths.get(item.getLocation().getId()),
        item.getStatus(),
        item.getReservedFor(),
        item.getReceivedAt());
  }
}
