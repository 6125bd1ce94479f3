package com.asta.charging.service;

import com.asta.charging.rules.ServiceKind;
import com.asta.common.service.Roles;
import com.asta.common.service.SystemCaller;
import com.asta.customers.service.AccountCard;
import com.asta.customers.service.SelfCareService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** Usage and prepaid balance of the signed-in customer; no method takes an id of anybody. */
@Stateless
@RolesAllowed(Roles.CUSTOMER)
public class OwnUsageService {
  @Inject private SelfCareService selfCare;
  @Inject private UsageTotals totals;
  @Inject private UsageService usage;
  @Inject private PrepaidService prepaid;
  @Inject private SystemCaller system;

  /** Totals of [from, to). */
  public List<UsageTotal> totals(LocalDate from, LocalDate to) {
    List<Long> accounts = accounts();
    return system.call(() -> totals.ofAccounts(accounts, from, to));
  }

  /** Events of one service, or of all if it is null, in [from, to), the newest first. */
  public List<UsageRecord> records(
      ServiceKind service, LocalDate from, LocalDate to, int offset, int limit) {
    List<Long> accounts = accounts();
    return system.call(() -> usage.records(accounts, service, from, to, offset, limit));
  }

  /** What of the allowances in force on a day was used in its month. */
  public List<AllowanceUse> allowances(LocalDate day) {
    List<Long> accounts = accounts();
    return system.call(() -> usage.allowances(accounts, day));
  }

  /** The customer's prepaid accounts. */
  public List<PrepaidCard> prepaid() {
    List<Long> accounts = accounts();
    return system.call(() -> prepaid.ofAccounts(accounts));
  }

  private List<Long> accounts() {
    return selfCare.ownAccounts().stream().map(AccountCard::id).toList();
  }
}
