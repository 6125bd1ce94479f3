package com.asta.warehouse.service;

import com.asta.common.service.Roles;
import com.asta.warehouse.model.ProductModel;
import com.asta.warehouse.model.StockItem;
import com.asta.warehouse.model.StockMovement;
import com.asta.warehouse.rules.ReceiptCheck;
import com.asta.warehouse.rules.StockPosition;
import com.asta.warehouse.rules.StockStatus;
import com.asta.warehouse.service.WarehouseRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is in stock, and what happened to each device. */
@Stateless
@RolesAllowed({Roles.WAREHOUSE, Roles.ADMIN, Roles.SYSTEM})
public class StockService {
  private static final int MOVEMENTS = 200;

  @PersistenceContext(unitName = "asta")
  private EntityManager em;

  @Inject private StockItems items;
  @Inject private Places places;

  /** Every model with its stock, in all and by place; by code. */
  public List<StockRow> stock() {
    Map<Long, Map<Long, Map<StockStatus, Long>>> counts = new HashMap<>();
    for (Object[] row :
        em.createQuery(
                "select i.model.id, i.location.id, i.status, count(i) from StockItem i"
                    + " where i.status <> :shipped group by i.model.id, i.location.id, i.status",
                Object[].class)
            .setParameter("shipped", StockStatus.SHIPPED)
            .getResultList()) {
      counts
          .computeIfAbsent((Long) row[0], model -> new HashMap<>())
          .computeIfAbsent((Long) row[1], place -> new EnumMap<>(StockStatus.class))
          .put((StockStatus) row[2], (Long) row[3]);
    }
    List<LocationRow> tree = places.tree(Map.of());
    return em.createQuery(
            "select m from ProductModel m order by m.kind, m.code", ProductModel.class)
        .getResultStream()
        .map(model -> stock(model, counts.getOrDefault(model.getId(), Map.of()), tree))
        .toList();
  }

  private static StockRow stock(
      ProductModel model, Map<Long, Map<StockStatus, Long>> byPlace, List<LocationRow> tree) {
    Map<StockStatus, Long> total = new EnumMap<>(StockStatus.class);
    byPlace.values().forEach(each -> each.forEach((key, n) -> total.merge(key, n, Long::sum)));
    List<StockRow.Place> where =
        tree.stream()
            .filter(place -> byPlace.containsKey(place.id()))
            .map(
                place ->
                    new StockRow.Place(
                        place.id(), place.path(), StockPosition.of(byPlace.get(place.id()))))
            .toList();
    return new StockRow(
        model.getId(),
        model.getCode(),
        model.getName(),
        model.getManufacturer(),
        model.getKind(),
        model.getReorderLevel(),
        StockPosition.of(total),
        where);
  }

  /** Devices, the latest received first; a serial number is found by any part of it. */
  public List<ItemRow> items(ItemQuery query, int offset, int limit) {
    StringBuilder jpql = new StringBuilder("select i from StockItem i join fetch i.model");
    Map<String, Object> parameters = new HashMap<>();
    List<String> conditions = new ArrayList<>();
    String serial = ReceiptCheck.normalised(query.serial());
    if (!serial.isEmpty()) {
      conditions.add("i.serialNumber like :serial");
      parameters.put("serial", "%" + serial + "%");
    }
    if (query.modelId() != null) {
      conditions.add("i.model.id = :model");
      parameters.put("model", query.modelId());
    }
    if (query.locationId() != null) {
      conditions.add("i.location.id = :location");
      parameters.put("location", query.locationId());
    }
    if (query.status() != null) {
      conditions.add("i.status = :status");
      parameters.put("status", query.status());
    }
    if (!conditions.isEmpty()) {
      jpql.append(" where ").append(String.join(" and ", conditions));
    }
    TypedQuery<StockItem> found =
        em.createQuery(jpql + " order by i.receivedAt desc, i.id desc", StockItem.class);
    parameters.forEach(found::setParameter);
    Map<Long, String> paths = places.paths();
    return found
        .setFirstResult(offset)
        .setMaxResults(limit)
        .getResultStream()
        .map(item -> ItemRows.row(item, paths))
        .toList();
  }

  /** The device with this serial number. */
  public Optional<ItemRow> bySerial(String serialNumber) {
    return em.createQuery(
            "select i from StockItem i where i.serialNumber = :serial", StockItem.class)
        .setParameter("serial", ReceiptCheck.normalised(serialNumber))
        .getResultStream()
        .findFirst()
        .map(item -> ItemRows.row(item, places.paths()));
  }

  /** A device with its life. */
  public ItemCard item(long id) {
    StockItem item = items.item(id);
    Map<Long, String> paths = places.paths();
    List<ItemCard.Movement> movements =
        em.createQuery(
                "select m from StockMovement m where m.item = :item order by m.id desc",
                StockMovement.class)
            .setParameter("item", item)
            .setMaxResults(MOVEMENTS)
            .getResultStream()
            .map(
                each ->
                    new ItemCard.Movement(
                        each.getAt(),
                        each.getActor(),
                        each.getFromStatus(),
                        each.getToStatus(),
                        paths.get(each.getLocation().getId()),
                        each.getReference()))
            .toList();
    return new ItemCard(ItemRows.row(item, paths), movements);
  }

  /** Clears an inspected, returned or quarantined device for orders. */
  public void makeAvailable(long id, String reason) {
    items.moveTo(items.item(id), StockStatus.AVAILABLE, StockItem::makeAvailable, required(reason));
  }

  /** Holds a device back; an order it was kept for loses it. */
  public void quarantine(long id, String reason) {
    items.moveTo(items.item(id), StockStatus.QUARANTINED, StockItem::quarantine, required(reason));
  }

  /** Takes a shipped device back at a place. */
  public void takeBack(long id, long locationId, String reason) {
    items.moveTo(
        items.item(id),
        StockStatus.RETURNED,
        item -> item.takeBack(places.location(locationId)),
        required(reason));
  }

  private static String required(String reason) {
    if (reason == null || reason.isBlank()) {
      throw new WarehouseRefused(Reason.REASON_MISSING);
    }
    return reason.strip();
  }
}
