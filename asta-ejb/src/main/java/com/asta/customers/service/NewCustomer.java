package com.asta.customers.service;

import com.asta.customers.rules.CustomerKind;

/**
 * A party as people type it in; nothing is checked yet.
 *
 * @param givenName with {@code familyName} for an individual, else null
 * @param organisationName for an organisation, else null
 * @param nip needed for a Polish organisation, optional for an individual
 * @param email e-mail or phone is needed
 * @param phone any way of writing; without a country code it is Polish
 * @param country ISO 3166 alpha-2; PL if blank
 * @param language {@code pl} or {@code en}
 */
public record NewCustomer(
    CustomerKind kind,
    String givenName,
    String familyName,
    String organisationName,
    String nip,
    String email,
    String phone,
    String street,
    String postalCode,
    String city,
    String country,
    String language) {}
