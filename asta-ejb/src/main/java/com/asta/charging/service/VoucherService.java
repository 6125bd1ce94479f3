package com.asta.charging.service;

import com.asta.common.Money;
import com.asta.common.service.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;

/** Voucher batches; a PIN is handed out once and stored as a keyed hash only. */
@Stateless
@RolesAllowed({Roles.SYSTEM, Roles.PRODUCT_MANAGER, Roles.OPERATOR, Roles.ADMIN})
public class VoucherService {
  @Inject private Vouchers vouchers;

  /**
   * Makes a batch and returns its PINs, which cannot be had again.
   *
   * @param code unique; the serial numbers begin with it
   * @param expiresOn last day on which the vouchers are accepted
   */
  public List<PrintedVoucher> generate(
      String code, Money value, int quantity, LocalDate expiresOn) {
    return vouchers.generate(code, value, quantity, expiresOn, new SecureRandom());
  }

  /** Batches, the newest first. */
  public List<VoucherBatchRow> batches(int offset, int limit) {
    return vouchers.batches(null, offset, limit);
  }

  public VoucherBatchRow batch(long batchId) {
    return vouchers.batches(batchId, 0, 1).stream()
        .findFirst()
        .orElseThrow(() -> new ChargingRefused(ChargingRefused.Reason.UNKNOWN_BATCH, batchId));
  }

  /**
   * Vouchers of a batch by serial number.
   *
   * @param state null for all
   * @param serial part of the serial number; null or blank for all
   */
  public List<VoucherRow> vouchers(
      long batchId, VoucherState state, String serial, int offset, int limit) {
    return vouchers.list(batchId, state, serial, offset, limit);
  }

  /** The batch of a serial number, for support; refuses what does not exist. */
  public long batchOf(String serial) {
    return vouchers.batchOf(serial);
  }

  /** Makes all vouchers of a batch useless that were not used yet; returns how many. */
  public int voidBatch(long batchId, String reason) {
    return vouchers.voidBatch(batchId, reason);
  }

  /** Makes one voucher of a batch useless; refuses one that was used or voided before. */
  public void voidOne(long batchId, String serial, String reason) {
    vouchers.voidOne(batchId, serial, reason);
  }
}
