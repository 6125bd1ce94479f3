package com.asta.billing.service;

import com.asta.common.service.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/**
 * The deposits of accounts. An invoice asks them with the first bill of a service; they bear no
 * interest, and the last bill sets them off or credit notes give them back.
 */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.BILLING, Roles.CASHIER, Roles.ADMIN, Roles.SYSTEM})
public class DepositService {
  @Inject private Deposits deposits;

  /** Every deposit of an account, the latest first. */
  public List<DepositRow> ofAccount(long accountId) {
    return deposits.ofAccount(accountId);
  }
}
