package com.asta.warehouse.service;

import com.asta.common.service.AuditLog;
import com.asta.common.service.Roles;
import com.asta.warehouse.model.Location;
import com.asta.warehouse.model.ProductModel;
import com.asta.warehouse.rules.DeviceKind;
import com.asta.warehouse.rules.ReceiptCheck;
import com.asta.warehouse.rules.StockStatus;
import com.asta.warehouse.service.WarehouseRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where devices lie and which makes of them there are. */
@Stateless
@RolesAllowed({Roles.WAREHOUSE, Roles.ADMIN, Roles.SYSTEM})
public class PlaceService {
  @PersistenceContext(unitName = "asta")
  private EntityManager em;

  @Inject private Places places;
  @Inject private AuditLog audit;

  /** The tree of places from top to bottom, each with the devices right there. */
  public List<LocationRow> locations() {
    Map<Long, Long> onHand = new HashMap<>();
    em.createQuery(
            "select i.location.id, count(i) from StockItem i where i.status <> :shipped"
                + " group by i.location.id",
            Object[].class)
        .setParameter("shipped", StockStatus.SHIPPED)
        .getResultList()
        .forEach(row -> onHand.put((Long) row[0], (Long) row[1]));
    return places.tree(onHand);
  }

  /**
   * Adds a place.
   *
   * @param parentId the place it is in; null for a house
   * @param shippable false if its devices are not promised to orders
   * @throws WarehouseRefused FIELD_MISSING, DUPLICATE_CODE
   */
  public long addLocation(String code, String name, Long parentId, boolean shippable) {
    Location parent = parentId == null ? null : places.location(parentId);
    Location location = new Location(required(code), required(name), parent, shippable);
    places.add(location);
    audit.record("Location", location.getId(), "added", null, null, location.getCode());
    return location.getId();
  }

  /** All product models by kind and code. */
  public List<ModelRow> models() {
    return em.createQuery(
            "select m from ProductModel m order by m.kind, m.code", ProductModel.class)
        .getResultStream()
        .map(PlaceService::row)
        .toList();
  }

  /**
   * Adds a product model.
   *
   * @throws WarehouseRefused FIELD_MISSING, BAD_PATTERN, DUPLICATE_CODE
   */
  public long addModel(ModelRow model) {
    String pattern = required(model.serialPattern());
    if (!ReceiptCheck.isPattern(pattern)) {
      throw new WarehouseRefused(Reason.BAD_PATTERN, pattern);
    }
    String code = required(model.code());
    if (models().stream().anyMatch(each -> each.code().equals(code))) {
      throw new WarehouseRefused(Reason.DUPLICATE_CODE, code);
    }
    DeviceKind kind = model.kind() == null ? DeviceKind.ROUTER : model.kind();
    ProductModel added =
        new ProductModel(
            code,
            required(model.name()),
            required(model.manufacturer()),
            kind,
            pattern,
            model.reorderLevel());
    em.persist(added);
    em.flush();
    audit.record("ProductModel", added.getId(), "added", null, null, code);
    return added.getId();
  }

  /** Sets the number of promisable devices at which the stock page warns. */
  public void reorderAt(long modelId, int level) {
    ProductModel model = em.find(ProductModel.class, modelId);
    if (model == null) {
      throw new WarehouseRefused(Reason.NOT_FOUND, modelId);
    }
    String before = Integer.toString(model.getReorderLevel());
    model.reorderAt(level);
    audit.change("ProductModel", modelId, "reorderLevel", before, Integer.toString(level));
  }

  private static ModelRow row(ProductModel model) {
    return new ModelRow(
        model.getId(),
        model.getCode(),
        model.getName(),
        model.getManufacturer(),
        model.getKind(),
        model.getSerialPattern(),
        model.getReorderLevel());
  }

  private static String required(String text) {
    if (text == null || text.isBlank()) {
      throw new WarehouseRefused(Reason.FIELD_MISSING);
    }
    return text.strip();
  }
}
