package com.asta.warehouse.rules;

/** What a device is for. */
public enum DeviceKind {
  ROUTER,
  SET_TOP_BOX,
  SIM_CARD
}
