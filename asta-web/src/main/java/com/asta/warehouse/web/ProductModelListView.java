package com.asta.warehouse.web;

import com.asta.common.web.Messages;
import com.asta.warehouse.rules.DeviceKind;
import com.asta.warehouse.service.ModelRow;
import com.asta.warehouse.service.PlaceService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The makes of device, and when each is to be ordered again. */
@Named
@ViewScoped
public class ProductModelListView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient PlaceService places;

  private transient List<ModelRow> rows;
  private Map<Long, Integer> levels = new HashMap<>();
  private String code;
  private String name;
  private String manufacturer;
  private DeviceKind kind = DeviceKind.ROUTER;
  private String pattern = "[0-9A-Z]{6,20}";
  private int reorderLevel = 10;

  public String add() {
    places.addModel(new ModelRow(0, code, name, manufacturer, kind, pattern, reorderLevel));
    Messages.done("warehouse", "model.added");
    return "/warehouse/product-model-list.xhtml?faces-redirect=true";
  }

  /** Saves the reorder levels that were changed. */
  public String saveLevels() {
    for (ModelRow row : getRows()) {
      Integer level = levels.get(row.id());
      if (level != null && level != row.reorderLevel()) {
        places.reorderAt(row.id(), level);
      }
    }
    Messages.done("warehouse", "model.saved");
    return "/warehouse/product-model-list.xhtml?faces-redirect=true";
  }

  public List<ModelRow> getRows() {
    if (rows == null) {
      rows = places.models();
      rows.forEach(row -> levels.putIfAbsent(row.id(), row.reorderLevel()));
    }
    return rows;
  }

  public Map<Long, Integer> getLevels() {
    return levels;
  }

  public DeviceKind[] getKinds() {
    return DeviceKind.values();
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

  public String getManufacturer() {
    return manufacturer;
  }

  public void setManufacturer(String manufacturer) {
    this.manufacturer = manufacturer;
  }

  public DeviceKind getKind() {
    return kind;
  }

  public void setKind(DeviceKind kind) {
    this.kind = kind;
  }

  public String getPattern() {
    return pattern;
  }

  public void setPattern(String pattern) {
    this.pattern = pattern;
  }

  public int getReorderLevel() {
    return reorderLevel;
  }

  public void setReorderLevel(int reorderLevel) {
    this.reorderLevel = reorderLevel;
  }
}
