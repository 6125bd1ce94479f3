package com.asta.customers.service;

import com.asta.customers.rules.CustomerKind;
import com.asta.customers.rules.CustomerStatus;
import java.time.LocalDate;

/** A customer as a line of a list. */
public record CustomerRow(
    long id,
    String number,
    CustomerKind kind,
    String displayName,
    String nip,
    String email,
    String phone,
    String street,
    String postalCode,
    String city,
    CustomerStatus status,
    LocalDate registeredOn) {}
