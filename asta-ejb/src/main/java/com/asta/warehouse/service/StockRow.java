package com.asta.warehouse.service;

import com.asta.warehouse.rules.DeviceKind;
import com.asta.warehouse.rules.StockPosition;
import java.util.List;

/** The stock of one model, in all and by place. */
public record StockRow(
    long modelId,
    String code,
    String name,
    String manufacturer,
    DeviceKind kind,
    int reorderLevel,
    StockPosition position,
    List<Place> places) {
  /** What of it lies where. */
  public record Place(long locationId, String path, StockPosition position) {}

  public boolean isToReorder() {
    return position.isToReorder(reorderLevel);
  }
}
