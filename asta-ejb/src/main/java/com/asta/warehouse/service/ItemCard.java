package com.asta.warehouse.service;

import com.asta.warehouse.rules.StockStatus;
import java.time.Instant;
import java.util.List;

/** A device with its whole life, the newest movement first. */
public record ItemCard(ItemRow item, List<Movement> movements) {
  /** One step of its life. */
  public record Movement(
      Instant at, String actor, StockStatus from, StockStatus to, String place, String reference) {}

  public boolean mayBecome(StockStatus next) {
    return item.status().mayBecome(next);
  }
}
