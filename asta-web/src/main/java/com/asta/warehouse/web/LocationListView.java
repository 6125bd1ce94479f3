package com.asta.warehouse.web;

import com.asta.common.web.Messages;
import com.asta.warehouse.service.LocationRow;
import com.asta.warehouse.service.PlaceService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The tree of places. */
@Named
@ViewScoped
public class LocationListView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient PlaceService places;

  private transient List<LocationRow> rows;
  private String code;
  private String name;
  private Long parent;
  private boolean shippable = true;

  public String add() {
    places.addLocation(code, name, parent, shippable);
    Messages.done("warehouse", "location.added");
    return "/warehouse/location-list.xhtml?faces-redirect=true";
  }

  public List<LocationRow> getRows() {
    if (rows == null) {
      rows = places.locations();
    }
    return rows;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public Long getParent() {
    return parent;
  }

  public void setParent(Long parent) {
    this.parent = parent;
  }

  public boolean isShippable() {
    return shippable;
  }

  public void setShippable(boolean shippable) {
    this.shippable = shippable;
  }
}
