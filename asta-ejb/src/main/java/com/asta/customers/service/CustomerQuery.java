package com.asta.customers.service;

import com.asta.customers.rules.CustomerKind;
import com.asta.customers.rules.CustomerStatus;

/**
 * What a list of customers is narrowed to; null or blank parts narrow nothing.
 *
 * @param text words of name, number, account, address, e-mail, phone or NIP, all of which must
 *     occur
 */
public record CustomerQuery(String text, CustomerKind kind, CustomerStatus status, String city) {}
