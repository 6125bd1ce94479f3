package com.asta.warehouse.service;

import com.asta.common.service.CurrentUser;
import com.asta.common.service.Roles;
import com.asta.common.service.SearchHit;
import com.asta.common.service.SearchSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Finds devices by a part of their serial number. */
@ApplicationScoped
public class SerialSearch implements SearchSource {
  private static final int SHORTEST = 4;

  @Inject private StockService stock;
  @Inject private CurrentUser user;

  @Override
  public List<SearchHit> search(String text, int limit) {
    boolean allowed = user.isInRole(Roles.WAREHOUSE) || user.isInRole(Roles.ADMIN);
    if (!allowed || text.strip().length() < SHORTEST) {
      return List.of();
    }
    return stock.items(new ItemQuery(text, null, null, null), 0, limit).stream()
        .map(
            item ->
                new SearchHit(
                    "stockItem",
                    item.serialNumber(),
                    item.modelCode() + " · " + item.place(),
                    "/warehouse/stock-item.xhtml?id=" + item.id(),
                    item.id()))
        .toList();
  }
}
