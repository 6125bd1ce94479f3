package com.asta.charging.service;

/** A voucher at the one moment when its PIN can be read: when it is made. */
public record PrintedVoucher(String serial, String pin) {
  /** Keeps the PIN out of logs. */
  @Override
  public String toString() {
    return "PrintedVoucher " + serial;
  }
}
