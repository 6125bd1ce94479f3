package com.asta.warehouse.web;

import com.asta.common.web.Messages;
import com.asta.warehouse.rules.StockStatus;
import com.asta.warehouse.service.ItemCard;
import com.asta.warehouse.service.LocationRow;
import com.asta.warehouse.service.PlaceService;
import com.asta.warehouse.service.StockService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** One device and its life. */
@Named
@ViewScoped
public class StockItemView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String AGAIN =
      "/warehouse/stock-item.xhtml?faces-redirect=true&includeViewParams=true";

  @Inject private transient StockService stock;
  @Inject private transient PlaceService places;

  private long id;
  private String reason;
  private Long location;
  private transient ItemCard card;

  /** View action. */
  public void open() {
    card = stock.item(id);
  }

  public String makeAvailable() {
    stock.makeAvailable(id, reason);
    return done();
  }

  public String quarantine() {
    stock.quarantine(id, reason);
    return done();
  }

  public String takeBack() {
    stock.takeBack(id, location, reason);
    return done();
  }

  private static String done() {
    Messages.done("warehouse", "item.moved");
    return AGAIN;
  }

  public boolean may(String status) {
    return card != null && card.mayBecome(StockStatus.valueOf(status));
  }

  public boolean isMovable() {
    return may("AVAILABLE") || may("QUARANTINED") || may("RETURNED");
  }

  public List<LocationRow> getLocations() {
    return places.locations();
  }

  /** Null if there is no such device. */
  public ItemCard getCard() {
    return card;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public Long getLocation() {
    return location;
  }

  public void setLocation(Long location) {
    this.location = location;
  }
}
