package com.asta.charging.service;

/** What became of a voucher. */
public enum VoucherState {
  UNUSED,
  USED,
  VOID,
  EXPIRED
}
