package com.asta.charging.service;

import com.asta.charging.rules.BalancePolicy;
import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Json;
import com.asta.common.service.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Collection;
import java.util.List;

/** The operator's rules of accounts: lifecycle, transfers, limits, thresholds. */
@Stateless
@RolesAllowed({
  Roles.SYSTEM,
  Roles.AGENT,
  Roles.BILLING,
  Roles.PRODUCT_MANAGER,
  Roles.OPERATOR,
  Roles.ADMIN
})
public class BalancePolicyService {
  @Inject private BalancePolicies policies;
  @Inject private CurrentUser user;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  public BalancePolicy policy() {
    return policies.current();
  }

  /** Replaces the rules; what happened before stays as it was. */
  @RolesAllowed({Roles.ADMIN, Roles.SYSTEM})
  public void change(BalancePolicy policy) {
    BalancePolicy before = policies.current();
    policies.store(policy, user.name(), clock.instant());
    change("lifecycle", before.lifecycle(), policy.lifecycle());
    change("transfers", before.transfers(), policy.transfers());
    change("adjustmentLimit", before.adjustmentLimit(), policy.adjustmentLimit());
    change("pinTries", before.pinTries(), policy.pinTries());
    change("pinMinutes", before.pinMinutes(), policy.pinMinutes());
  }

  /** Levels of what is left to spend whose crossing tells customers, the lowest first. */
  public List<BigDecimal> thresholds(String currency) {
    return policies.thresholds(currency);
  }

  /** Replaces the levels of a currency. */
  @RolesAllowed({Roles.ADMIN, Roles.SYSTEM})
  public void changeThresholds(String currency, Collection<BigDecimal> levels) {
    List<BigDecimal> before = policies.thresholds(currency);
    policies.storeThresholds(currency, levels);
    change("thresholds " + currency, before, policies.thresholds(currency));
  }

  private void change(String field, Object before, Object after) {
    audit.change("BalancePolicy", 1, field, Json.write(before), Json.write(after));
  }
}
