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
