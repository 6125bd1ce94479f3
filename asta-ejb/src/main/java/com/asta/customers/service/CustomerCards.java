package com.asta.customers.service;

import com.asta.common.service.Database;
import com.asta.customers.rules.CustomerKind;
import com.asta.customers.rules.CustomerStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cards of many customers, ascending by id. Customers, addresses and contact media are each read by
 * the list of keys and put together here: for that the database goes along an index once, while a
 * join would go down it for every customer.
 */
@ApplicationScoped
class CustomerCards {
  private static final String CURRENT = " where customer_id = any (?) and valid_to is null";

  private record Address(String street, String postalCode, String city, String country) {
    static final Address NONE = new Address(null, null, null, null);
  }

  @Inject private Database database;

  List<CustomerCard> of(Collection<Long> ids) {
    Map<Long, Address> addresses = addressesOf(ids);
    Map<Long, String> emails = new HashMap<>();
    Map<Long, String> phones = new HashMap<>();
    database.rows(
        "select customer_id, kind = 'EMAIL', value from customers.contact_medium" + CURRENT,
        row -> (row.getBoolean(2) ? emails : phones).put(row.getLong(1), row.getString(3)),
        ids);
    return database.rows(
        "select id, number, kind, display_name, given_name, family_name, nip, language, status"
            + " from customers.customer where id = any (?) order by id",
        row -> {
          long id = row.getLong(1);
          Address address = addresses.getOrDefault(id, Address.NONE);
          return new CustomerCard(
              id,
              row.getString(2),
              CustomerKind.valueOf(row.getString(3)),
              row.getString(4),
              row.getString(5),
              row.getString(6),
              row.getString(7),
              emails.get(id),
              phones.get(id),
              address.street(),
              address.postalCode(),
              address.city(),
              address.country(),
              row.getString(8),
              CustomerStatus.valueOf(row.getString(9)));
        },
        ids);
  }

  List<AddressCard> addresses(Collection<Long> ids) {
    Map<Long, Address> addresses = addressesOf(ids);
    return database.rows(
        "select id, kind, display_name from customers.customer where id = any (?) order by id",
        row -> {
          Address address = addresses.getOrDefault(row.getLong(1), Address.NONE);
          return new AddressCard(
              row.getLong(1),
              CustomerKind.valueOf(row.getString(2)),
              row.getString(3),
              address.street(),
              address.postalCode(),
              address.city(),
              address.country());
        },
        ids);
  }

  private Map<Long, Address> addressesOf(Collection<Long> ids) {
    Map<Long, Address> addresses = new HashMap<>();
    database.rows(
        "select customer_id, street, postal_code, city, country from customers.address" + CURRENT,
        row ->
            addresses.put(
                row.getLong(1),
                new Address(
                    row.getString(2), row.getString(3), row.getString(4), row.getString(5))),
        ids);
    return addresses;
  }
}
