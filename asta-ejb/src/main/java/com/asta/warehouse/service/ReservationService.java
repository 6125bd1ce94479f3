package com.asta.warehouse.service;

import com.asta.common.service.Roles;
import com.asta.warehouse.model.StockItem;
import com.asta.warehouse.rules.DeviceKind;
import com.asta.warehouse.service.Reservation.OutOfStock;
import com.asta.warehouse.service.Reservation.Reserved;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;

/** Keeps devices for orders. */
@Stateless
@RolesAllowed({Roles.WAREHOUSE, Roles.ADMIN, Roles.SYSTEM})
public class ReservationService {
  @Inject private StockItems items;
  @Inject private Places places;

  /**
   * Keeps the oldest promisable device for a subject; asked again, answers with the same device.
   * Two callers at once never get one device.
   *
   * @param modelCode a certain model; null for any of the kind
   */
  public Reservation reserve(String businessKey, DeviceKind kind, String modelCode) {
    Optional<StockItem> held = items.heldFor(businessKey);
    if (held.isPresent()) {
      return reserved(held.get());
    }
    Optional<StockItem> free = items.lockOldestAvailable(kind, modelCode);
    free.ifPresent(item -> items.move(item, each -> each.reserve(businessKey), businessKey));
    return free.<Reservation>map(this::reserved).orElseGet(() -> new OutOfStock(kind, modelCode));
  }

  private Reserved reserved(StockItem item) {
    return new Reserved(
        item.getSerialNumber(),
        item.getModel().getCode(),
        item.getModel().getName(),
        places.paths().get(item.getLocation().getId()));
  }

  /** Gives back what was kept for a subject and has not left the house. */
  public void release(String businessKey, String reason) {
    items
        .heldFor(businessKey)
        .ifPresent(item -> items.move(item, StockItem::makeAvailable, businessKey + ": " + reason));
  }
}
