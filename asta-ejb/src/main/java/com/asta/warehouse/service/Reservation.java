package com.asta.warehouse.service;

import com.asta.warehouse.rules.DeviceKind;

/** The answer to a wish for a device. */
public sealed interface Reservation {
  /** This device is kept for the subject. */
  record Reserved(String serialNumber, String modelCode, String modelName, String place)
      implements Reservation {}

  /** No device of the kind (and model, if one was named) can be promised. */
  record OutOfStock(DeviceKind kind, String modelCode) implements Reservation {}
}
