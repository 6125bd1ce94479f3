package com.asta.warehouse.web;

import com.asta.common.web.PagedModel;
import com.asta.warehouse.rules.StockStatus;
import com.asta.warehouse.service.ItemQuery;
import com.asta.warehouse.service.ItemRow;
import com.asta.warehouse.service.LocationRow;
import com.asta.warehouse.service.ModelRow;
import com.asta.warehouse.service.PlaceService;
import com.asta.warehouse.service.StockService;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** Devices by serial number; the filter lives in the address. */
@Named
@ViewScoped
public class StockItemListView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient StockService stock;
  @Inject private transient PlaceService places;

  private String serial;
  private Long model;
  private Long location;
  private StockStatus status;
  private transient List<ModelRow> models;
  private transient List<LocationRow> locations;
  private transient PagedModel<ItemRow> items;

  @PostConstruct
  void open() {
    models = places.models();
    locations = places.locations();
  }

  public PagedModel<ItemRow> getItems() {
    if (items == null) {
      items =
          new PagedModel<>(
              (offset, limit) ->
                  stock.items(new ItemQuery(serial, model, location, status), offset, limit),
              ItemRow::id);
    }
    return items;
  }

  /** The same page with the filter in its address. */
  public String filter() {
    return "/warehouse/stock-item-list.xhtml?faces-redirect=true&includeViewParams=true";
  }

  public List<ModelRow> getModels() {
    return models;
  }

  public List<LocationRow> getLocations() {
    return locations;
  }

  public StockStatus[] getStatuses() {
    return StockStatus.values();
  }

  public String getSerial() {
    return serial;
  }

  public void setSerial(String serial) {
    this.serial = serial;
  }

  public Long getModel() {
    return model;
  }

  public void setModel(Long model) {
    this.model = model;
  }

  public Long getLocation() {
    return location;
  }

  public void setLocation(Long location) {
    this.location = location;
  }

  public StockStatus getStatus() {
    return status;
  }

  public void setStatus(StockStatus status) {
    this.status = status;
  }
}
