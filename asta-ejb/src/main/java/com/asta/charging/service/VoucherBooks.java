package com.asta.charging.service;

import com.asta.charging.service.ChargingAnswer.Reason;
import com.asta.common.OperatorZone;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;

/** The statements of vouchers that are used up. */
final class VoucherBooks {
  /** A voucher that was used up just now. */
  record UsedVoucher(String serial, BigDecimal value, String currency) {}

  private VoucherBooks() {}

  /** Uses a voucher up, once and for all; null if it cannot be used. */
  static UsedVoucher use(Connection connection, String pinHash, LaneAccount account, Instant now) {
    List<UsedVoucher> used =
        Sql.query(
            connection,
            "update charging.voucher v set used_at = ?, charging_account_id = ?"
                + " from charging.voucher_batch b where v.pin_hash = ? and v.used_at is null"
                + " and v.voided_at is null"
                + " and b.id = v.batch_id and b.expires_on >= ?::date and b.currency = ?"
                + " returning v.serial, b.value, b.currency",
            row -> new UsedVoucher(row.getString(1), row.getBigDecimal(2), row.getString(3)),
            now,
            account.id(),
            pinHash,
            OperatorZone.dayOf(now),
            account.currency());
    return used.isEmpty() ? null : used.get(0);
  }

  /** Why a voucher cannot be used. */
  static Reason refusal(Connection connection, String pinHash) {
    List<Reason> reasons =
        Sql.query(
            connection,
            "select case when used_at is not null then 'VOUCHER_USED' when voided_at is not null"
                + " then 'VOUCHER_VOID' else 'VOUCHER_EXPIRED' end from charging.voucher"
                + " where pin_hash = ?",
            row -> Reason.valueOf(row.getString(1)),
            pinHash);
    return reasons.isEmpty() ? Reason.VOUCHER_UNKNOWN : reasons.get(0);
  }
}
