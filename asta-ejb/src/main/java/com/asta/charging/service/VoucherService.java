package com.asta.charging.service;

import com.asta.charging.model.VoucherBatch;
import com.asta.charging.rules.VoucherPin;
import com.asta.charging.service.ChargingRefused.Reason;
import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Roles;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Voucher batches; a PIN is handed out once and stored as a keyed hash only. */
@Stateless
@RolesAllowed({Roles.SYSTEM, Roles.PRODUCT_MANAGER, Roles.OPERATOR, Roles.ADMIN})
public class VoucherService {
  private static final int MOST = 100_000;

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @PersistenceContext private EntityManager em;
  @Inject private ChargingBatch hashes;
  @Inject private AuditLog audit;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * Makes a batch and returns its PINs, which cannot be had again.
   *
   * @param code unique; the serial numbers begin with it
   * @param expiresOn last day on which the vouchers are accepted
   */
  public List<PrintedVoucher> generate(
      String code, Money value, int quantity, LocalDate expiresOn) {
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
    SecureRandom random = new SecureRandom();
    List<PrintedVoucher> printed = new ArrayList<>(quantity);
    for (int i = 1; i <= quantity; i++) {
      printed.add(
          new PrintedVoucher(code + "-" + String.format("%06d", i), VoucherPin.generate(random)));
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

  private void check(String code, int quantity, LocalDate expiresOn) {
    if (quantity < 1 || quantity > MOST) {
      throw new ChargingRefused(Reason.TOO_MANY_VOUCHERS, quantity, MOST);
    }
    if (expiresOn.isBefore(OperatorZone.dayOf(clock.instant()))) {
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
