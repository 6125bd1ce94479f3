package com.asta.warehouse.service;

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

  @Override
  public List<SearchHit> search(String text, int limit) {
    if (text.strip().length() < SHORTEST) {
      return List.of();
    }
    return stock.items(new ItemQuery(text, null, null, null), 0, limit).stream()
        .map(
            item ->
                new SearchHit(
                    "item",
                    item.serialNumber(),
                    item.modelCode() + " · " + item.place(),
                    "/warehouse/stock-item.xhtml?id=" + item.id(),
                    item.id()))
        .toList();
  }
}
