package com.asta.customers.service;

import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.LoginService;
import com.asta.common.service.Roles;
import com.asta.customers.model.Customer;
import com.asta.customers.rules.ConsentPurpose;
import com.asta.customers.rules.ConsentSource;
import com.asta.customers.rules.ContactKind;
import com.asta.customers.rules.PostalAddress;
import com.asta.customers.service.CustomersRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Keeps a customer's own data and consents right; every change leaves its old value behind. */
@Stateless
@RolesAllowed({Roles.AGENT, Roles.ADMIN, Roles.SYSTEM})
public class ContactService {
  private static final String SUBJECT = "Customer";
  private static final String UNMISTAKABLE = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int FIRST_PASSWORD_LENGTH = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject private Customers customers;
  @Inject private Accounts accounts;
  @Inject private Consents consents;
  @Inject private AuditLog audit;
  @EJB private LoginService logins;
  @Inject private Clock clock;

  /**
   * What a form edits.
   *
   * @throws CustomersRefused UNKNOWN_CUSTOMER
   */
  public CustomerDetails details(long customerId) {
    Customer customer = customers.get(customerId);
    PostalAddress postal = customer.address().orElseThrow().postal();
    return new CustomerDetails(
        customerId,
        customer.getVersion(),
        new NewCustomer(
            customer.getKind(),
            customer.name().givenName(),
            customer.name().familyName(),
            customer.name().organisationName(),
            customer.getNip(),
            customer.getEmail(),
            customer.getPhone(),
            postal.street(),
            postal.postalCode(),
            postal.city(),
            postal.country(),
            customer.getLanguage()));
  }

  /**
   * Replaces a customer's data as of today; the kind of party stays.
   *
   * @throws CustomersRefused CHANGED_MEANWHILE if someone else saved since the form was filled, and
   *     the refusals of a registration
   */
  public void change(CustomerDetails details) {
    PartyEntry entry = PartyEntry.of(details.values());
    Customer customer = customers.get(details.id());
    if (customer.getVersion() != details.version()) {
      throw new CustomersRefused(Reason.CHANGED_MEANWHILE, customer.getDisplayName());
    }
    trace(customer, entry);
    LocalDate today = LocalDate.now(clock.withZone(OperatorZone.ID));
    customer.rename(entry.name());
    customer.identify(entry.nip());
    customer.speak(entry.language());
    customer.move(entry.address(), today);
    reach(customer, entry, today);
  }

  /** What a customer agreed to, one card per purpose. */
  @RolesAllowed({
    Roles.AGENT,
    Roles.PRODUCT_MANAGER,
    Roles.MARKETER,
    Roles.BILLING,
    Roles.CASHIER,
    Roles.OPERATOR,
    Roles.ADMIN,
    Roles.SYSTEM
  })
  public List<ConsentCard> consentsOf(long customerId) {
    return consents.of(customerId);
  }

  /** Stores what a customer told the staff about one purpose. */
  public void decideConsent(long customerId, ConsentPurpose purpose, boolean granted) {
    customers.get(customerId);
    consents.decide(customerId, purpose, granted, ConsentSource.STAFF);
  }

  /**
   * Opens a self-care login under the customer's e-mail address, or its number if it has none.
   *
   * @return the first password; it is not stored in clear and cannot be shown again
   * @throws com.asta.common.service.CommonRefused LOGIN_TAKEN
   */
  public String openSelfCare(long customerId) {
    Customer customer = customers.get(customerId);
    String login = customer.getEmail() == null ? customer.getNumber() : customer.getEmail();
    String password = firstPassword();
    logins.openForCustomer(
        login, customer.getDisplayName(), password, customerId, customer.getLanguage());
    return password;
  }

  private static String firstPassword() {
    return RANDOM
        .ints(FIRST_PASSWORD_LENGTH, 0, UNMISTAKABLE.length())
        .mapToObj(i -> UNMISTAKABLE.substring(i, i + 1))
        .collect(Collectors.joining());
  }

  private void reach(Customer customer, PartyEntry entry, LocalDate today) {
    customer.reach(ContactKind.EMAIL, entry.emailValue(), today);
    customer.reach(ContactKind.PHONE, entry.phoneValue(), today);
    customer.index(
        accounts.ofCustomer(customer.getId()).stream().map(AccountCard::number).toList());
  }

  private void trace(Customer customer, PartyEntry entry) {
    long id = customer.getId();
    audit.change(SUBJECT, id, "name", customer.getDisplayName(), entry.name().display());
    audit.change(
        SUBJECT, id, "nip", customer.getNip(), entry.nip() == null ? null : entry.nip().digits());
    audit.change(SUBJECT, id, "email", customer.getEmail(), entry.emailValue());
    audit.change(SUBJECT, id, "phone", customer.getPhone(), entry.phoneValue());
    audit.change(
        SUBJECT,
        id,
        "address",
        customer.address().map(a -> oneLine(a.postal())).orElse(null),
        oneLine(entry.address()));
    audit.change(SUBJECT, id, "language", customer.getLanguage(), entry.language());
  }

  private static String oneLine(PostalAddress postal) {
    return String.join(
        ", ", postal.street(), postal.postalCode() + " " + postal.city(), postal.country());
  }
}
