package com.asta.warehouse.service;

import com.asta.common.Refusal;

/** What the warehouse refuses. */
public class WarehouseRefused extends Refusal {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** No device has the serial number {0}. */
    UNKNOWN_SERIAL,
    /** Device {0} is of model {1}, the order needs {2}. */
    WRONG_MODEL,
    /** Device {0} is {1}. */
    NOT_AVAILABLE,
    /** Device {0} may not go from {1} to {2}. */
    MOVE_NOT_ALLOWED,
    /** No device was picked for {0} yet. */
    NOT_PICKED,
    /** A receipt without a scan. */
    NOTHING_SCANNED,
    /** More than {0} scans in one receipt. */
    TOO_MANY_SCANS,
    /** The code {0} is taken. */
    DUPLICATE_CODE,
    /** {0} is no pattern of serial numbers. */
    BAD_PATTERN,
    /** What is done to the device needs a reason. */
    REASON_MISSING,
    /** A required field is empty. */
    FIELD_MISSING,
    /** No record {0}. */
    NOT_FOUND
  }

  public WarehouseRefused(Reason reason, Object... arguments) {
    super(reason, arguments);
  }
}
