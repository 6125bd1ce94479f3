package com.asta.customers;

import com.asta.common.service.Roles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import java.util.function.Supplier;

/** Calls services as an agent does, in one transaction. */
@Stateless
@PermitAll
@RunAs(Roles.AGENT)
public class AgentDesk {

  public <T> T ask(Supplier<T> work) {
    return work.get();
  }

  public void tell(Runnable work) {
    work.run();
  }
}
