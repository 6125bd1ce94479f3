package com.asta.customers.service;

import com.asta.customers.rules.CustomerKind;
import java.time.LocalDate;

/**
 * Which active customers are meant; null or blank parts narrow nothing.
 *
 * @param city compared without regard to letter case
 * @param consentPurpose name of a {@code ConsentPurpose} that was granted
 * @param registeredFrom first day, in the operator's zone
 * @param registeredTo the day after the last
 */
public record CustomerCriteria(
    CustomerKind kind,
    String city,
    String language,
    String consentPurpose,
    LocalDate registeredFrom,
    LocalDate registeredTo) {}
