package com.asta.warehouse.service;

import com.asta.warehouse.rules.DeviceKind;

/** A product model. */
public record ModelRow(
    long id,
    String code,
    String name,
    String manufacturer,
    DeviceKind kind,
    String serialPattern,
    int reorderLevel) {
  public String label() {
    return code + " · " + manufacturer + " " + name;
  }
}
