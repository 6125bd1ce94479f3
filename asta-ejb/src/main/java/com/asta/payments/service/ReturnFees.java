package com.asta.payments.service;

import com.asta.billing.service.ManualCharges;
import com.asta.common.Money;
import com.asta.common.service.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Charges what a returned direct debit costs, in a transaction of its own: an account that billing
 * does not know must not keep the bank's money from being booked.
 */
@Stateless
@RolesAllowed({Roles.CASHIER, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
public class ReturnFees {
  @Inject private ManualCharges charges;

  /**
   * Puts the fee on the account's next bill, once for a collection.
   *
   * @throws com.asta.billing.service.BillingRefused as {@link ManualCharges#add} says
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void charge(long collectionId, long accountId, Money fee) {
    charges.add(
        "debit-return-fee-" + collectionId,
        accountId,
        "DEBIT_RETURN_FEE",
        fee,
        "Fee for a returned direct debit",
        "Opłata za zwrot polecenia zapłaty",
        "EXEMPT");
  }
}
