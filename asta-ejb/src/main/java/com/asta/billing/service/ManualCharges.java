package com.asta.billing.service;

import com.asta.billing.model.BillingAccount;
import com.asta.billing.model.ManualCharge;
import com.asta.billing.rules.Texts;
import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Amounts that a person or the dunning puts on an account's next bill. */
@Stateless
@RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
public class ManualCharges {
  private static final String SUBJECT = "BillingAccount";
  private static final int SHORTEST_TEXT = 3;

  @PersistenceContext(unitName = "asta")
  private EntityManager entities;

  @Inject private Policies policies;
  @Inject private ManualChargeRows rows;
  @Inject private AuditLog audit;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * Puts an amount on the next bill of the account; the bill of the cycle that contains today. The
   * same request key again does nothing.
   *
   * @param requestKey unique to the occasion, for instance {@code dunning-fee-7-2}
   * @param net rounded half up to the currency's scale; negative for a credit
   * @param vatCategory such as {@code STANDARD} or {@code EXEMPT}
   * @return the charge's id, the first one's if the key is repeated
   * @throws BillingRefused ACCOUNT_UNKNOWN, CURRENCY_DIFFERS, VAT_CATEGORY_UNKNOWN,
   *     REQUEST_KEY_REUSED
   */
  public long add(
      String requestKey,
      long accountId,
      String code,
      Money net,
      String textEn,
      String textPl,
      String vatCategory) {
    Optional<ManualCharge> earlier = byKey(requestKey);
    if (earlier.isPresent()) {
      return repeated(earlier.get(), requestKey, accountId, net);
    }
    Instant now = clock.instant();
    check(accountId, net, vatCategory, now);
    ManualCharge charge =
        new ManualCharge(requestKey, accountId, code, net, new Texts(textEn, textPl), vatCategory);
    charge.entered(user.name(), now, OperatorZone.dayOf(now));
    entities.persist(charge);
    entities.flush();
    audit.record(SUBJECT, accountId, "charged", code, null, net.rounded().toString());
    return charge.getId();
  }

  /**
   * Puts a person's charge or credit on the next bill, or leaves it to a second person if it is
   * above the limit.
   *
   * @return its id, the first one's if the key is repeated
   * @throws BillingRefused ACCOUNT_UNKNOWN, CURRENCY_DIFFERS, VAT_CATEGORY_UNKNOWN,
   *     REQUEST_KEY_REUSED, REASON_MISSING, AMOUNT_MISSING, TEXT_MISSING
   */
  public long enter(NewManualCharge wish) {
    if (wish.reason() == null || isShort(wish.note())) {
      throw new BillingRefused(BillingRefused.Reason.REASON_MISSING);
    }
    if (wish.net() == null || wish.net().rounded().isZero()) {
      throw new BillingRefused(BillingRefused.Reason.AMOUNT_MISSING);
    }
    if (isShort(wish.textEn()) || isShort(wish.textPl())) {
      throw new BillingRefused(BillingRefused.Reason.TEXT_MISSING);
    }
    boolean known = byKey(wish.requestKey()).isPresent();
    long id =
        add(
            wish.requestKey(),
            wish.accountId(),
            wish.reason().name(),
            wish.net(),
            wish.textEn().strip(),
            wish.textPl().strip(),
            wish.vatCategory());
    if (!known) {
      boolean waits = isAboveLimit(wish.net());
      entities.find(ManualCharge.class, id).reason(wish.note().strip(), waits);
      if (waits) {
        audit.record(
            SUBJECT, wish.accountId(), "chargeProposed", "net", null, wish.net().toString());
      }
    }
    return id;
  }

  /**
   * A second person agrees: the next bill takes the charge.
   *
   * @throws BillingRefused CHARGE_UNKNOWN, CHARGE_DECIDED, SAME_CLERK
   */
  public void approve(long id) {
    ManualCharge charge = proposed(id);
    if (charge.getEnteredBy().equals(user.name())) {
      throw new BillingRefused(BillingRefused.Reason.SAME_CLERK, charge.getEnteredBy());
    }
    decide(charge, true, "chargeApproved");
  }

  /**
   * The charge is dropped, by anybody who may enter one.
   *
   * @throws BillingRefused CHARGE_UNKNOWN, CHARGE_DECIDED
   */
  public void reject(long id) {
    decide(proposed(id), false, "chargeRejected");
  }

  /** What waits for a second person, the oldest first. */
  public List<ManualChargeRow> waiting(int offset, int limit) {
    return rows.waiting(offset, limit);
  }

  /** What was entered for an account, the latest first. */
  @RolesAllowed({Roles.AGENT, Roles.BILLING, Roles.CASHIER, Roles.ADMIN, Roles.SYSTEM})
  public List<ManualChargeRow> ofAccount(long accountId, int offset, int limit) {
    return rows.ofAccount(accountId, offset, limit);
  }

  /** Net above which another person has to agree; empty for no limit. */
  public Optional<BigDecimal> limit() {
    return Optional.ofNullable(policies.policy().manualLimit());
  }

  /**
   * Sets the net above which another person has to agree.
   *
   * @param limit null for no limit
   * @throws BillingRefused LIMIT_NEGATIVE
   */
  @RolesAllowed({Roles.ADMIN, Roles.SYSTEM})
  public void limit(BigDecimal limit) {
    if (limit != null && limit.signum() < 0) {
      throw new BillingRefused(BillingRefused.Reason.LIMIT_NEGATIVE, limit);
    }
    String before = limit().map(BigDecimal::toPlainString).orElse(null);
    policies.limitManual(limit);
    audit.change(
        "BillingPolicy", 1L, "manualLimit", before, limit == null ? null : limit.toPlainString());
  }

  /** Whether another person would have to agree. */
  public boolean isAboveLimit(Money net) {
    BigDecimal size = net.rounded().amount().abs();
    return limit().filter(limit -> size.compareTo(limit) > 0).isPresent();
  }

  private void decide(ManualCharge charge, boolean accepted, String action) {
    Instant now = clock.instant();
    charge.decide(accepted, user.name(), now, OperatorZone.dayOf(now));
    audit.record(
        SUBJECT, charge.getAccountId(), action, charge.getCode(), null, charge.getNet().toString());
  }

  private ManualCharge proposed(long id) {
    ManualCharge charge = entities.find(ManualCharge.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (charge == null) {
      throw new BillingRefused(BillingRefused.Reason.CHARGE_UNKNOWN, id);
    }
    if (!charge.isProposed()) {
      throw new BillingRefused(
          BillingRefused.Reason.CHARGE_DECIDED,
          charge.getDecidedBy() == null ? charge.getEnteredBy() : charge.getDecidedBy());
    }
    return charge;
  }

  private static boolean isShort(String text) {
    return text == null || text.strip().length() < SHORTEST_TEXT;
  }

  private static long repeated(ManualCharge earlier, String key, long accountId, Money net) {
    if (earlier.getAccountId() != accountId || earlier.getNet().compareTo(net.rounded()) != 0) {
      throw new BillingRefused(BillingRefused.Reason.REQUEST_KEY_REUSED, key);
    }
    return earlier.getId();
  }

  private void check(long accountId, Money net, String vatCategory, Instant now) {
    BillingAccount account = entities.find(BillingAccount.class, accountId);
    if (account == null) {
      throw new BillingRefused(BillingRefused.Reason.ACCOUNT_UNKNOWN, accountId);
    }
    if (!account.getCurrency().equals(net.currency())) {
      throw new BillingRefused(BillingRefused.Reason.CURRENCY_DIFFERS, account.getCurrency());
    }
    if (!policies.knows(vatCategory, OperatorZone.dayOf(now))) {
      throw new BillingRefused(BillingRefused.Reason.VAT_CATEGORY_UNKNOWN, vatCategory);
    }
  }

  private Optional<ManualCharge> byKey(String requestKey) {
    return entities
        .createQuery("select c from ManualCharge c where c.requestKey = :key", ManualCharge.class)
        .setParameter("key", requestKey)
        .getResultStream()
        .findFirst();
  }
}
