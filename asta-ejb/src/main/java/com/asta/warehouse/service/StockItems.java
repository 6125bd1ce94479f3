package com.asta.warehouse.service;

import com.asta.common.service.CurrentUser;
import com.asta.warehouse.model.StockItem;
import com.asta.warehouse.model.StockMovement;
import com.asta.warehouse.rules.DeviceKind;
import com.asta.warehouse.rules.StockStatus;
import com.asta.warehouse.service.WarehouseRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The devices; whatever is done to one leaves a movement. */
@ApplicationScoped
class StockItems {
  private static final String OLDEST_AVAILABLE =
      "select i.id from warehouse.stock_item i"
          + " join warehouse.product_model m on m.id = i.product_model_id"
          + " join warehouse.location l on l.id = i.location_id"
          + " where i.status = 'AVAILABLE' and l.shippable and m.kind = ?1"
          + " and m.code = coalesce(cast(?2 as text), m.code)"
          + " order by i.received_at, i.id limit 1 for update of i";

  @PersistenceContext(unitName = "asta")
  private EntityManager em;

  @Inject private Clock clock;
  @Inject private CurrentUser user;

  StockItem item(long id) {
    StockItem found = em.find(StockItem.class, id);
    if (found == null) {
      throw new WarehouseRefused(Reason.NOT_FOUND, id);
    }
    return found;
  }

  /** The device, locked until the transaction ends. */
  Optional<StockItem> lockedBySerial(String serialNumber) {
    return em.createQuery(
            "select i from StockItem i where i.serialNumber = :serial", StockItem.class)
        .setParameter("serial", serialNumber)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /** The device kept for a subject. */
  Optional<StockItem> heldFor(String businessKey) {
    return em.createQuery(
            "select i from StockItem i where i.reservedFor = :key and i.status in :held"
                + " order by i.id",
            StockItem.class)
        .setParameter("key", businessKey)
        .setParameter("held", List.of(StockStatus.RESERVED, StockStatus.PICKED))
        .getResultStream()
        .findFirst();
  }

  /**
   * Locks the oldest device that can be promised. Devices that others are just reserving are
   * skipped; only if all are, it waits for one of them to come free.
   */
  Optional<StockItem> lockOldestAvailable(DeviceKind kind, String modelCode) {
    return oldest(OLDEST_AVAILABLE + " skip locked", kind, modelCode)
        .or(() -> oldest(OLDEST_AVAILABLE, kind, modelCode));
  }

  private Optional<StockItem> oldest(String sql, DeviceKind kind, String modelCode) {
    List<?> ids =
        em.createNativeQuery(sql)
            .setParameter(1, kind.name())
            .setParameter(2, modelCode)
            .getResultList();
    return ids.stream().findFirst().map(id -> item(((Number) id).longValue()));
  }

  Set<String> known(Collection<String> serialNumbers) {
    return serialNumbers.isEmpty()
        ? Set.of()
        : Set.copyOf(
            em.createQuery(
                    "select i.serialNumber from StockItem i where i.serialNumber in :serials",
                    String.class)
                .setParameter("serials", serialNumbers)
                .getResultList());
  }

  void add(StockItem item, String reference) {
    em.persist(item);
    em.persist(new StockMovement(item, null, clock.instant(), user.name(), reference));
  }

  /** Does something to a device and writes down what it became. */
  void move(StockItem item, Consumer<StockItem> step, String reference) {
    StockStatus before = item.getStatus();
    step.accept(item);
    em.persist(new StockMovement(item, before, clock.instant(), user.name(), reference));
    em.flush();
  }

  /** As {@link #move}, refusing what the device's status does not allow. */
  void moveTo(StockItem item, StockStatus next, Consumer<StockItem> step, String reference) {
    if (!item.getStatus().mayBecome(next)) {
      throw new WarehouseRefused(
          Reason.MOVE_NOT_ALLOWED, item.getSerialNumber(), item.getStatus(), next);
    }
    move(item, step, reference);
  }
}
