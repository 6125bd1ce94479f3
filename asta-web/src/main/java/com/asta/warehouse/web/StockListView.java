package com.asta.warehouse.web;

import com.asta.warehouse.service.StockRow;
import com.asta.warehouse.service.StockService;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The stock of every model. */
@Named
@RequestScoped
public class StockListView {
  @Inject private StockService stock;

  private List<StockRow> rows;

  @PostConstruct
  void open() {
    rows = stock.stock();
  }

  public List<StockRow> getRows() {
    return rows;
  }
}
