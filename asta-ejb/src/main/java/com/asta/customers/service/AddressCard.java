package com.asta.customers.service;

import com.asta.customers.rules.CustomerKind;

/**
 * Who a customer is and where, for documents and taxes; a {@link CustomerCard} says more and takes
 * twice as long to find.
 *
 * @param id the customer's
 * @param country ISO 3166-1, or null without an address
 */
public record AddressCard(
    long id,
    CustomerKind kind,
    String displayName,
    String street,
    String postalCode,
    String city,
    String country) {}
