package com.asta.charging.service;

import com.asta.charging.service.ChargingRefused.Reason;
import com.asta.common.service.Roles;
import com.asta.common.service.SystemCaller;
import com.asta.customers.service.AccountCard;
import com.asta.customers.service.SelfCareService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;

/** Balances of the signed-in customer; an id of anybody else is refused. */
@Stateless
@RolesAllowed(Roles.CUSTOMER)
public class OwnBalanceService {
  @Inject private SelfCareService selfCare;
  @Inject private PrepaidService prepaid;
  @Inject private RechargeService recharges;
  @Inject private AccountTermsService terms;
  @Inject private SystemCaller system;

  /** The customer's charging accounts, by number. */
  public List<PrepaidCard> accounts() {
    List<Long> own = selfCare.ownAccounts().stream().map(AccountCard::id).toList();
    return system.call(() -> prepaid.ofAccounts(own)).stream()
        .filter(card -> !card.shared())
        .toList();
  }

  /** What of the buckets of these accounts and their groups can still be used. */
  public List<BucketRow> buckets() {
    List<Long> ids = accounts().stream().map(PrepaidCard::id).toList();
    return system.call(() -> prepaid.buckets(ids));
  }

  /** Changes of one's own balance, the newest first. */
  public List<LedgerRow> ledger(long chargingAccountId, int offset, int limit) {
    PrepaidCard own = own(chargingAccountId);
    return system.call(() -> prepaid.ledger(own.id(), offset, limit));
  }

  /** Uses a voucher up for one's own number; see {@link RechargeService#byVoucher}. */
  public ChargingAnswer recharge(String session, int number, long chargingAccountId, String pin) {
    return recharges.byVoucher(session, number, "+" + own(chargingAccountId).serviceId(), pin);
  }

  /** Says below what one wants to be warned; null for the operator's levels. */
  public void warnBelow(long chargingAccountId, BigDecimal amount) {
    PrepaidCard own = own(chargingAccountId);
    system.run(() -> terms.warnBelow(own.id(), amount));
  }

  private PrepaidCard own(long chargingAccountId) {
    return accounts().stream()
        .filter(card -> card.id() == chargingAccountId)
        .findFirst()
        .orElseThrow(() -> new ChargingRefused(Reason.NOT_YOURS));
  }
}
