package com.asta.billing.service;

import com.asta.billing.model.BillRunKind;
import com.asta.billing.rules.BillOutcome;
import com.asta.billing.service.BillingRefused.Reason;
import com.asta.common.service.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Bills one customer now (hot billing). */
@Stateless
@RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
public class OnDemandBillService {
  @Inject private OnDemandBills bills;

  /**
   * The bill up to today, without making it.
   *
   * @throws BillingRefused ACCOUNT_UNKNOWN, BILLED_ALREADY, NOT_BILLABLE
   */
  public BillPreview preview(long accountId) {
    BillInputs.Loaded loaded = bills.load(accountId);
    BillOutcome outcome = BillRunWork.outcome(loaded);
    if (outcome instanceof BillOutcome.Drafted drafted) {
      return BillPreview.of(drafted.bill());
    }
    if (outcome instanceof BillOutcome.Quarantined fault) {
      throw new BillingRefused(Reason.NOT_BILLABLE, fault.reason(), fault.detail());
    }
    BillPreview empty = BillPreview.empty(loaded.input().period().end(), loaded.input().currency());
    return outcome instanceof BillOutcome.Carried carried ? empty.carrying(carried.gross()) : empty;
  }

  /**
   * Makes an invoice of everything up to today; prices in advance reach to the end of the present
   * period. The next regular bill takes the rest.
   *
   * @param requestKey the same key again is the same bill
   * @return the invoice's id
   * @throws BillingRefused ACCOUNT_UNKNOWN, HELD_BACK, RUN_ALREADY_OPEN, BILLED_ALREADY,
   *     NOTHING_TO_BILL, CREDIT_LEFT, NOT_BILLABLE
   */
  public long bill(String requestKey, long accountId) {
    return bills.issue(BillRunKind.ON_DEMAND, requestKey, accountId);
  }
}
