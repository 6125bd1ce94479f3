package com.asta.charging.service;

import com.asta.common.Money;
import com.asta.common.service.Roles;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;

/** Voucher batches; a PIN is handed out once and stored as a keyed hash only. */
@Stateless
@RolesAllowed({Roles.SYSTEM, Roles.PRODUCT_MANAGER, Roles.OPERATOR, Roles.ADMIN})
public class VoucherService {
  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

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
    return Sql.query(
        database,
        "select b.id, b.code, b.value, b.currency, b.quantity, (select count(*) from"
            + " charging.voucher v where v.batch_id = b.id and v.used_at is not null),"
            + " b.expires_on, b.created_by, b.created_at from charging.voucher_batch b"
            + " order by b.id desc offset ? limit ?",
        row ->
            new VoucherBatchRow(
                row.getLong(1),
                row.getString(2),
                Money.of(row.getBigDecimal(3), row.getString(4)),
                row.getInt(5),
                row.getInt(6),
                Sql.date(row, 7),
                row.getString(8),
                Sql.instant(row, 9)),
        offset,
        limit);
  }
}
