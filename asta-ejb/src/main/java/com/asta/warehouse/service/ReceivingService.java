package com.asta.warehouse.service;

import com.asta.common.service.CurrentUser;
import com.asta.common.service.Roles;
import com.asta.warehouse.model.Location;
import com.asta.warehouse.model.ProductModel;
import com.asta.warehouse.model.Receipt;
import com.asta.warehouse.model.StockItem;
import com.asta.warehouse.rules.ReceiptCheck;
import com.asta.warehouse.service.WarehouseRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Books deliveries by scanned serial number. */
@Stateless
@RolesAllowed({Roles.WAREHOUSE, Roles.ADMIN, Roles.SYSTEM})
public class ReceivingService {
  private static final int MOST_SCANS = 2_000;

  @PersistenceContext(unitName = "asta")
  private EntityManager em;

  @Inject private StockItems items;
  @Inject private Places places;
  @Inject private Clock clock;
  @Inject private CurrentUser user;

  /** What would become of these scans; changes nothing. */
  public List<ReceiptCheck.Line> check(long modelId, List<String> scans) {
    List<String> serials = scans.stream().map(ReceiptCheck::normalised).toList();
    return ReceiptCheck.check(serials, model(modelId).serialNumbers(), items.known(serials));
  }

  /**
   * Books a delivery: good scans become stock, the others are kept with their reason.
   *
   * @return the receipt's id; for a request key seen before, the id of then
   * @throws WarehouseRefused NOTHING_SCANNED, TOO_MANY_SCANS, FIELD_MISSING
   */
  public long receive(NewReceipt delivery) {
    List<Long> earlier =
        em.createQuery("select r.id from Receipt r where r.requestKey = :key", Long.class)
            .setParameter("key", delivery.requestKey())
            .getResultList();
    if (!earlier.isEmpty()) {
      return earlier.get(0);
    }
    validate(delivery);
    ProductModel model = model(delivery.modelId());
    Location place = places.location(delivery.locationId());
    List<ReceiptCheck.Line> lines = check(delivery.modelId(), delivery.scans());
    Instant now = clock.instant();
    String note = delivery.deliveryNote().strip();
    Receipt receipt =
        new Receipt(delivery.requestKey(), model, place, note, now, user.name(), lines);
    em.persist(receipt);
    for (ReceiptCheck.Line line : lines) {
      if (line.isAccepted()) {
        StockItem item = new StockItem(line.serialNumber(), model, place, now);
        if (!delivery.inspect()) {
          item.makeAvailable();
        }
        items.add(item, note);
      }
    }
    em.flush();
    return receipt.getId();
  }

  private static void validate(NewReceipt delivery) {
    if (delivery.deliveryNote() == null || delivery.deliveryNote().isBlank()) {
      throw new WarehouseRefused(Reason.FIELD_MISSING);
    } else if (delivery.scans().isEmpty()) {
      throw new WarehouseRefused(Reason.NOTHING_SCANNED);
    } else if (delivery.scans().size() > MOST_SCANS) {
      throw new WarehouseRefused(Reason.TOO_MANY_SCANS, MOST_SCANS);
    }
  }

  /** Receipts, the newest first. */
  public List<ReceiptRow> receipts(int offset, int limit) {
    Map<Long, String> paths = places.paths();
    return em.createQuery(
            "select r from Receipt r join fetch r.model order by r.receivedAt desc, r.id desc",
            Receipt.class)
        .setFirstResult(offset)
        .setMaxResults(limit)
        .getResultStream()
        .map(receipt -> row(receipt, paths))
        .toList();
  }

  /** A receipt with its scans in their order. */
  public ReceiptCard receipt(long id) {
    Receipt receipt = em.find(Receipt.class, id);
    if (receipt == null) {
      throw new WarehouseRefused(Reason.NOT_FOUND, id);
    }
    return new ReceiptCard(
        row(receipt, places.paths()),
        receipt.getLines().stream()
            .map(line -> new ReceiptCheck.Line(line.getSerialNumber(), line.getRejection()))
            .toList());
  }

  private static ReceiptRow row(Receipt receipt, Map<Long, String> paths) {
    return new ReceiptRow(
        receipt.getId(),
        receipt.getDeliveryNote(),
        receipt.getModel().getCode(),
        receipt.getModel().getName(),
        paths.get(receipt.getLocation().getId()),
        receipt.getReceivedAt(),
        receipt.getReceivedBy(),
        receipt.getAccepted(),
        receipt.getRejected());
  }

  private ProductModel model(long id) {
    ProductModel model = em.find(ProductModel.class, id);
    if (model == null) {
      throw new WarehouseRefused(Reason.NOT_FOUND, id);
    }
    return model;
  }
}
