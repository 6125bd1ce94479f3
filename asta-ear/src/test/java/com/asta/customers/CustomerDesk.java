package com.asta.customers;

import com.asta.common.service.Roles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;

/** Calls services with the role of a customer in self-care. */
@Stateless
@PermitAll
@RunAs(Roles.CUSTOMER)
public class CustomerDesk {

  public void tell(Runnable work) {
    work.run();
  }
}
