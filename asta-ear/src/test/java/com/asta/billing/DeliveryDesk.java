package com.asta.billing;

import com.asta.billing.service.DeliveryService;
import com.asta.common.service.Roles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;

/** A billing clerk's hands. */
@Stateless
@PermitAll
@RunAs(Roles.BILLING)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeliveryDesk {
  @Inject private DeliveryService deliveries;

  public boolean mailAgain(long invoiceId, int attempt) {
    return deliveries.mailAgain(invoiceId, attempt);
  }

  public void print(long runId, OutputStream out) throws IOException {
    deliveries.print(runId, out);
  }
}
