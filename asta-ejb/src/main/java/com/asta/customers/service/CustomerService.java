package com.asta.customers.service;

import com.asta.common.service.CurrentUser;
import com.asta.common.service.Roles;
import com.asta.customers.rules.ConsentPurpose;
import com.asta.customers.rules.ConsentSource;
import com.asta.customers.rules.EmailAddress;
import com.asta.customers.rules.PartyPrint;
import com.asta.customers.service.CustomersRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Registers customers and finds them and their accounts. A customer in self-care may ask for its
 * own card and accounts only.
 */
@Stateless
@RolesAllowed({
  Roles.AGENT,
  Roles.PRODUCT_MANAGER,
  Roles.MARKETER,
  Roles.BILLING,
  Roles.CASHIER,
  Roles.WAREHOUSE,
  Roles.OPERATOR,
  Roles.ADMIN,
  Roles.SYSTEM
})
public class CustomerService {
  @Inject private Customers customers;
  @Inject private Accounts accounts;
  @Inject private Consents consents;
  @Inject private Registration registration;
  @Inject private Requests requests;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /** A wish for one more account. */
  private record NewAccount(long customerId) {}

  /** As {@link #register(String, NewCustomer)} for callers that never repeat themselves. */
  @RolesAllowed({Roles.AGENT, Roles.ADMIN, Roles.SYSTEM})
  public long register(NewCustomer typed) {
    return register(UUID.randomUUID().toString(), typed);
  }

  /**
   * Registers a customer and opens one account for it.
   *
   * @param requestKey the form's key: the same form posted again answers the first customer's id
   * @return the customer's id
   * @throws CustomersRefused NAME_MISSING, NIP_MISSING, WRONG_NIP, WRONG_EMAIL, WRONG_PHONE,
   *     NO_CONTACT, WRONG_ADDRESS, WRONG_LANGUAGE; REQUEST_REUSED for the same key with other data
   */
  @RolesAllowed({Roles.AGENT, Roles.ADMIN, Roles.SYSTEM})
  public long register(String requestKey, NewCustomer typed) {
    return requests.once(requestKey, typed, () -> registration.register(typed, clock.instant()));
  }

  /** Customers who share NIP, e-mail, phone, or name and address with what was typed so far. */
  @RolesAllowed({Roles.AGENT, Roles.ADMIN, Roles.SYSTEM})
  public List<LikelyDuplicate> likelyDuplicates(NewCustomer typed) {
    PartyPrint print = PartyEntry.print(typed);
    Map<Long, String> keys = customers.resembling(print);
    List<LikelyDuplicate> likely = new ArrayList<>();
    for (CustomerRow row : customers.rows(keys.keySet())) {
      likely.add(new LikelyDuplicate(row, print.likeness(printOf(row, keys.get(row.id())))));
    }
    likely.sort(Comparator.comparingInt((LikelyDuplicate d) -> d.because().size()).reversed());
    return likely;
  }

  /**
   * The card of a customer.
   *
   * @throws CustomersRefused UNKNOWN_CUSTOMER, NOT_YOURS
   */
  @RolesAllowed({
    Roles.AGENT, Roles.PRODUCT_MANAGER, Roles.MARKETER, Roles.BILLING, Roles.CASHIER,
    Roles.WAREHOUSE, Roles.OPERATOR, Roles.ADMIN, Roles.SYSTEM, Roles.CUSTOMER
  })
  public CustomerCard card(long customerId) {
    onlyOwn(customerId);
    return customers.cards(Set.of(customerId)).stream()
        .findFirst()
        .orElseThrow(() -> new CustomersRefused(Reason.UNKNOWN_CUSTOMER, customerId));
  }

  /** The cards of those customers that exist, by id, in one query. */
  public Map<Long, CustomerCard> cards(Collection<Long> customerIds) {
    return byId(customers.cards(customerIds), CustomerCard::id);
  }

  /** Names and addresses of those customers that exist, by id, in one query. */
  public Map<Long, AddressCard> addresses(Collection<Long> customerIds) {
    return byId(customers.addresses(customerIds), AddressCard::id);
  }

  /** Customers now reached by this e-mail address, whatever its letter case. */
  public List<CustomerCard> byEmail(String email) {
    return EmailAddress.parse(email)
        .map(address -> customers.byEmail(address.comparable()))
        .orElse(List.of());
  }

  /** One page of a list, sorted by family name or organisation's name. */
  public List<CustomerRow> list(CustomerQuery query, int offset, int limit) {
    return customers.list(query, offset, limit);
  }

  /** Ids of active customers that fit, ascending, after {@code afterId}. */
  @RolesAllowed({Roles.MARKETER, Roles.ADMIN, Roles.SYSTEM})
  public List<Long> matching(CustomerCriteria criteria, long afterId, int limit) {
    return customers.matching(criteria, afterId, limit);
  }

  /** How many active customers fit. */
  @RolesAllowed({Roles.MARKETER, Roles.ADMIN, Roles.SYSTEM})
  public long countMatching(CustomerCriteria criteria) {
    return customers.countMatching(criteria);
  }

  /**
   * The accounts of a customer, the first opened first.
   *
   * @throws CustomersRefused NOT_YOURS
   */
  @RolesAllowed({
    Roles.AGENT, Roles.PRODUCT_MANAGER, Roles.MARKETER, Roles.BILLING, Roles.CASHIER,
    Roles.WAREHOUSE, Roles.OPERATOR, Roles.ADMIN, Roles.SYSTEM, Roles.CUSTOMER
  })
  public List<AccountCard> accountsOf(long customerId) {
    onlyOwn(customerId);
    return accounts.ofCustomer(customerId);
  }

  /**
   * The card of an account.
   *
   * @throws CustomersRefused UNKNOWN_ACCOUNT, NOT_YOURS
   */
  @RolesAllowed({
    Roles.AGENT, Roles.PRODUCT_MANAGER, Roles.MARKETER, Roles.BILLING, Roles.CASHIER,
    Roles.WAREHOUSE, Roles.OPERATOR, Roles.ADMIN, Roles.SYSTEM, Roles.CUSTOMER
  })
  public AccountCard account(long accountId) {
    AccountCard account = accounts.get(accountId);
    onlyOwn(account.customerId());
    return account;
  }

  /**
   * Opens one more account for a customer, in the operator's currency.
   *
   * @param requestKey the form's key: the same form posted again answers the first account's id
   * @return the account's id
   * @throws CustomersRefused UNKNOWN_CUSTOMER; REQUEST_REUSED for the same key with other data
   */
  @RolesAllowed({Roles.AGENT, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public long openAccount(String requestKey, long customerId) {
    card(customerId);
    return requests.once(
        requestKey,
        new NewAccount(customerId),
        () -> registration.openAccount(customerId, clock.instant()));
  }

  /** The account with this number, such as {@code A-000123}. */
  public Optional<AccountCard> accountByNumber(String number) {
    return accounts.byNumber(number);
  }

  /** The cards of those accounts that exist, by id, in one query. */
  public Map<Long, AccountCard> accounts(Collection<Long> accountIds) {
    return byId(accounts.cards(accountIds), AccountCard::id);
  }

  /**
   * Whether a customer agrees now.
   *
   * @param purpose name of a {@link ConsentPurpose}
   */
  public boolean consented(long customerId, String purpose) {
    return consents.granted(customerId, ConsentPurpose.valueOf(purpose));
  }

  /** Withdraws a consent; nothing if it was not given. Publishes {@code ConsentWithdrawn}. */
  @RolesAllowed({Roles.AGENT, Roles.MARKETER, Roles.ADMIN, Roles.SYSTEM})
  public void withdrawConsent(long customerId, String purpose) {
    ConsentSource source = user.isInRole(Roles.SYSTEM) ? ConsentSource.LINK : ConsentSource.STAFF;
    consents.decide(customerId, ConsentPurpose.valueOf(purpose), false, source);
  }

  private void onlyOwn(long customerId) {
    if (user.isInRole(Roles.CUSTOMER) && user.requiredCustomerId() != customerId) {
      throw new CustomersRefused(Reason.NOT_YOURS);
    }
  }

  private static PartyPrint printOf(CustomerRow row, String nameAddressKey) {
    return new PartyPrint(
        row.nip(),
        EmailAddress.parse(row.email()).map(EmailAddress::comparable).orElse(null),
        row.phone(),
        nameAddressKey);
  }

  private static <T> Map<Long, T> byId(List<T> cards, Function<T, Long> id) {
    return cards.stream().collect(Collectors.toMap(id, Function.identity()));
  }
}
