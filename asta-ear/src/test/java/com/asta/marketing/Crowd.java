package com.asta.marketing;

import com.asta.common.service.Roles;
import com.asta.customers.rules.ConsentPurpose;
import com.asta.customers.rules.CustomerKind;
import com.asta.customers.service.ContactService;
import com.asta.customers.service.CustomerService;
import com.asta.customers.service.NewCustomer;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.util.ArrayList;
import java.util.List;

/** Registers people in a town of their own, who agree to marketing by e-mail. */
@Stateless
@PermitAll
@RunAs(Roles.ADMIN)
public class Crowd {
  @EJB private CustomerService customers;
  @EJB private ContactService contacts;

  /** Registers so many people; their addresses are {@code <town>.<i>@example.com}. */
  public List<Long> register(String town, int size, String language) {
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      long id =
          customers.register(
              new NewCustomer(
                  CustomerKind.INDIVIDUAL,
                  "Ewa",
                  "Nadawana" + i,
                  null,
                  null,
                  town + "." + i + "@example.com",
                  null,
                  "ul. Pocztowa " + (i + 1),
                  "90-001",
                  town,
                  "PL",
                  language));
      contacts.decideConsent(id, ConsentPurpose.MARKETING_EMAIL, true);
      ids.add(id);
    }
    return ids;
  }

  public void withdraw(long customerId) {
    contacts.decideConsent(customerId, ConsentPurpose.MARKETING_EMAIL, false);
  }

  public boolean consented(long customerId) {
    return customers.consented(customerId, ConsentPurpose.MARKETING_EMAIL.name());
  }
}
