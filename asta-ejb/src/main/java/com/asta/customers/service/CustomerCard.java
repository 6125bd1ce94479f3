package com.asta.customers.service;

import com.asta.customers.rules.CustomerKind;
import com.asta.customers.rules.CustomerStatus;

/**
 * What others need to know of a customer.
 *
 * @param number such as {@code C-000123}
 * @param givenName null for an organisation, as is {@code familyName}
 * @param nip ten digits, or null
 * @param phone E.164, or null
 * @param language {@code pl} or {@code en}
 */
public record CustomerCard(
    long id,
    String number,
    CustomerKind kind,
    String displayName,
    String givenName,
    String familyName,
    String nip,
    String email,
    String phone,
    String street,
    String postalCode,
    String city,
    String country,
    String language,
    CustomerStatus status) {}
