package com.asta.warehouse.service;

import com.asta.warehouse.model.Location;
import com.asta.warehouse.service.WarehouseRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tree of locations, small enough to read whole. */
@ApplicationScoped
class Places {
  private static final String STEP = " › ";

  @PersistenceContext(unitName = "asta")
  private EntityManager em;

  Location location(long id) {
    Location found = em.find(Location.class, id);
    if (found == null) {
      throw new WarehouseRefused(Reason.NOT_FOUND, id);
    }
    return found;
  }

  void add(Location location) {
    if (!em.createQuery("select l.id from Location l where l.code = :code", Long.class)
        .setParameter("code", location.getCode())
        .getResultList()
        .isEmpty()) {
      throw new WarehouseRefused(Reason.DUPLICATE_CODE, location.getCode());
    }
    em.persist(location);
    em.flush();
  }

  /** The path of every place by its id. */
  Map<Long, String> paths() {
    Map<Long, String> paths = new HashMap<>();
    tree(Map.of()).forEach(row -> paths.put(row.id(), row.path()));
    return paths;
  }

  /** The places in the order of the tree, each with what lies there. */
  List<LocationRow> tree(Map<Long, Long> onHand) {
    List<Location> all =
        em.createQuery("select l from Location l order by l.code", Location.class).getResultList();
    List<LocationRow> rows = new ArrayList<>();
    descend(all, null, "", 0, onHand, rows);
    return rows;
  }

  private static void descend(
      List<Location> all,
      Location parent,
      String path,
      int depth,
      Map<Long, Long> onHand,
      List<LocationRow> rows) {
    all.stream()
        .filter(each -> each.getParent() == parent)
        .sorted(Comparator.comparing(Location::getCode))
        .forEach(
            each -> {
              String own = path.isEmpty() ? each.getName() : path + STEP + each.getName();
              rows.add(
                  new LocationRow(
                      each.getId(),
                      parent == null ? null : parent.getId(),
                      each.getCode(),
                      each.getName(),
                      own,
                      depth,
                      each.isShippable(),
                      onHand.getOrDefault(each.getId(), 0L)));
              descend(all, each, own, depth + 1, onHand, rows);
            });
  }
}
