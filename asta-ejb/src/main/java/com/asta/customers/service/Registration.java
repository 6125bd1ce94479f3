package com.asta.customers.service;

import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.OperatorProfile;
import com.asta.common.service.Outbox;
import com.asta.customers.event.CustomerRegistered;
import com.asta.customers.model.Account;
import com.asta.customers.model.Customer;
import com.asta.customers.rules.ContactKind;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The making of a customer: party, account, trace and event, in the caller's transaction. */
@Dependent
class Registration {
  @Inject private Customers customers;
  @Inject private Accounts accounts;
  @Inject private OperatorProfile profile;
  @Inject private AuditLog audit;
  @Inject private CurrentUser user;
  @Inject private Outbox outbox;

  /** Registers what was typed as of {@code at}; the id of the new customer. */
  long register(NewCustomer typed, Instant at) {
    PartyEntry entry = PartyEntry.of(typed);
    LocalDate day = OperatorZone.dayOf(at);
    Customer customer = new Customer(entry.name(), entry.nip(), entry.language(), at, user.name());
    customer.reach(ContactKind.EMAIL, entry.emailValue(), day);
    customer.reach(ContactKind.PHONE, entry.phoneValue(), day);
    customer.move(entry.address(), day);
    customers.add(customer);
    Account account = new Account(customer.getId(), profile.operator().currency(), at);
    accounts.open(account);
    customer.index(List.of(account.getNumber()));
    audit.record("Customer", customer.getId(), "registered", null, null, customer.getNumber());
    outbox.publish(new CustomerRegistered(customer.getId(), account.getId(), customer.getNumber()));
    return customer.getId();
  }

  /** Opens one more account; the customer is found by its number too. */
  long openAccount(long customerId, Instant at) {
    Customer customer = customers.get(customerId);
    Account account = new Account(customerId, profile.operator().currency(), at);
    accounts.open(account);
    List<String> numbers =
        Stream.concat(
                accounts.ofCustomer(customerId).stream().map(AccountCard::number),
                Stream.of(account.getNumber()))
            .distinct()
            .toList();
    customer.index(numbers);
    audit.record("Customer", customerId, "added", "account", null, account.getNumber());
    return account.getId();
  }
}
