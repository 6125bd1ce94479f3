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
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Amounts that a person or the dunning puts on an account's next bill. */
@Stateless
@RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
public class ManualCharges {
  @PersistenceContext(unitName = "asta")
  private EntityManager entities;

  @Inject private Policies policies;
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
    audit.record("BillingAccount", accountId, "charged", code, null, net.rounded().toString());
    return charge.getId();
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
