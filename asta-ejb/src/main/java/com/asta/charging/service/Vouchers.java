package com.asta.charging.service;

import com.asta.charging.model.VoucherBatch;
import com.asta.charging.rules.VoucherPin;
import com.asta.charging.service.ChargingRefused.Reason;
import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;

/** The vouchers: made in batches, stored as keyed hashes of their PINs. */
@ApplicationScoped
public class Vouchers {
  private static final int MOST = 100_000;

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @PersistenceContext private EntityManager em;
  @Inject private ChargingBatch hashes;
  @Inject private AuditLog audit;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  List<PrintedVoucher> generate(
      String code, Money value, int quantity, LocalDate expiresOn, RandomGenerator random) {
    check(code, quantity, expiresOn);
    VoucherBatch batch =
        new VoucherBatch(
            code,
            value.amount(),
            value.currency(),
            quantity,
            expiresOn,
            user.name(),
            clock.instant());
    em.persist(batch);
    em.flush();
    List<PrintedVoucher> printed = new ArrayList<>(quantity);
    for (int i = 1; i <= quantity; i++) {
      String serial = code + "-" + String.format("%06d", i);
      printed.add(new PrintedVoucher(serial, VoucherPin.generate(random)));
    }
    Sql.update(
        database,
        "insert into charging.voucher (pin_hash, batch_id, serial)"
            + " select hash, ?, serial from unnest(?::text[], ?::text[]) n (hash, serial)",
        batch.getId(),
        Sql.ArrayOf.texts(printed.stream().map(v -> hashes.pinHash(v.pin())).toList()),
        Sql.ArrayOf.texts(printed.stream().map(PrintedVoucher::serial).toList()));
    audit.record("VoucherBatch", batch.getId(), "created", null, null, quantity + " × " + value);
    return printed;
  }

  /** Batches, the newest first; null for any. */
  List<VoucherBatchRow> batches(Long batchId, int offset, int limit) {
    LocalDate today = today();
    return Sql.query(
        database,
        "select b.id, b.code, b.value, b.currency, b.quantity, u.n, v.n,"
            + " case when b.expires_on < ? then b.quantity - u.n - v.n else 0 end,"
            + " b.expires_on, b.created_by, b.created_at from charging.voucher_batch b,"
            + " lateral (select count(*) n from charging.voucher where batch_id = b.id"
            + " and used_at is not null) u,"
            + " lateral (select count(*) n from charging.voucher where batch_id = b.id"
            + " and voided_at is not null) v"
            + " where ?::bigint is null or b.id = ?::bigint order by b.id desc offset ? limit ?",
        row ->
            new VoucherBatchRow(
                row.getLong(1),
                row.getString(2),
                Money.of(row.getBigDecimal(3), row.getString(4)),
                row.getInt(5),
                row.getInt(6),
                row.getInt(7),
                row.getInt(8),
                Sql.date(row, 9),
                row.getString(10),
                Sql.instant(row, 11)),
        today,
        batchId,
        batchId,
        offset,
        limit);
  }

  List<VoucherRow> list(long batchId, VoucherState state, String serial, int offset, int limit) {
    String part = serial == null ? "" : serial.strip().replaceAll("[%_\\\\]", "");
    return Sql.query(
        database,
        "select serial, state, at, charging_account_id, service_id, voided_by, void_reason from ("
            + " select v.serial, case when v.used_at is not null then 'USED'"
            + " when v.voided_at is not null then 'VOID' when b.expires_on < ? then 'EXPIRED'"
            + " else 'UNUSED' end state, coalesce(v.used_at, v.voided_at) at,"
            + " v.charging_account_id, a.service_id, v.voided_by, v.void_reason"
            + " from charging.voucher v join charging.voucher_batch b on b.id = v.batch_id"
            + " left join charging.charging_account a on a.id = v.charging_account_id"
            + " where v.batch_id = ? and v.serial like ?) n"
            + " where ?::text is null or state = ?::text order by serial offset ? limit ?",
        row ->
            new VoucherRow(
                row.getString(1),
                VoucherState.valueOf(row.getString(2)),
                Sql.instant(row, 3),
                Sql.longOrNull(row, 4),
                row.getString(5),
                row.getString(6),
                row.getString(7)),
        today(),
        batchId,
        "%" + part + "%",
        state == null ? null : state.name(),
        state == null ? null : state.name(),
        offset,
        limit);
  }

  long batchOf(String serial) {
    return Sql.query(
            database,
            "select batch_id from charging.voucher where serial = ?",
            row -> row.getLong(1),
            serial.strip())
        .stream()
        .findFirst()
        .orElseThrow(() -> new ChargingRefused(Reason.UNKNOWN_VOUCHER, serial));
  }

  int voidBatch(long batchId, String reason) {
    int voided =
        Sql.update(
            database,
            "update charging.voucher set voided_at = ?, voided_by = ?, void_reason = ?"
                + " where batch_id = ? and used_at is null and voided_at is null",
            clock.instant(),
            user.name(),
            reason,
            batchId);
    audit.record("VoucherBatch", batchId, "voided", null, null, voided + ": " + reason);
    return voided;
  }

  void voidOne(long batchId, String serial, String reason) {
    if (batchOf(serial) != batchId) {
      throw new ChargingRefused(Reason.UNKNOWN_VOUCHER, serial);
    }
    int voided =
        Sql.update(
            database,
            "update charging.voucher set voided_at = ?, voided_by = ?, void_reason = ?"
                + " where serial = ? and used_at is null and voided_at is null",
            clock.instant(),
            user.name(),
            reason,
            serial.strip());
    if (voided == 0) {
      throw new ChargingRefused(Reason.VOUCHER_SPENT, serial);
    }
    audit.record("VoucherBatch", batchId, "voided", serial.strip(), null, reason);
  }

  private LocalDate today() {
    return OperatorZone.dayOf(clock.instant());
  }

  private void check(String code, int quantity, LocalDate expiresOn) {
    if (quantity < 1 || quantity > MOST) {
      throw new ChargingRefused(Reason.TOO_MANY_VOUCHERS, quantity, MOST);
    }
    if (expiresOn.isBefore(today())) {
      throw new ChargingRefused(Reason.EXPIRY_PASSED, expiresOn);
    }
    boolean taken =
        !em.createQuery("select 1 from VoucherBatch b where b.code = :code")
            .setParameter("code", code)
            .getResultList()
            .isEmpty();
    if (taken) {
      throw new ChargingRefused(Reason.CODE_TAKEN, code);
    }
  }
}
