package com.asta.billing;

import com.asta.billing.service.InvoiceDocument;
import com.asta.billing.service.InvoiceService;
import com.asta.billing.service.SelfCareInvoices;
import com.asta.common.service.Roles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** A customer to whom nothing belongs. */
@Stateless
@PermitAll
@RunAs(Roles.CUSTOMER)
public class BillingStranger {
  @Inject private InvoiceService invoices;
  @Inject private SelfCareInvoices own;

  public InvoiceDocument byStaffDoor(long id) {
    return invoices.document(id);
  }

  public InvoiceDocument byOwnDoor(long id) {
    return own.document(id);
  }
}
