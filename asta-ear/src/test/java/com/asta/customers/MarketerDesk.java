package com.asta.customers;

import com.asta.common.service.Roles;
import com.asta.customers.service.CustomerCriteria;
import com.asta.customers.service.CustomerService;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.util.List;

/** Counts and lists customers as marketing does. */
@Stateless
@PermitAll
@RunAs(Roles.MARKETER)
public class MarketerDesk {
  @EJB private CustomerService customers;

  /** How many fit, and the first of them behind an id. */
  public record Found(long count, List<Long> ids) {}

  public Found find(CustomerCriteria criteria, long afterId) {
    return new Found(customers.countMatching(criteria), customers.matching(criteria, afterId, 10));
  }
}
