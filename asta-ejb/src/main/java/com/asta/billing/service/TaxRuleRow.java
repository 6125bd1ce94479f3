package com.asta.billing.service;

import com.asta.billing.rules.VatTreatment;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A tax rule as a person reads and enters it; see {@link com.asta.billing.rules.TaxRule}.
 *
 * @param until first day it no longer holds; null while open
 * @param reasonEn null, as {@code reasonPl}, where tax is due
 */
public record TaxRuleRow(
    long id,
    String category,
    String buyers,
    String country,
    LocalDate from,
    LocalDate until,
    BigDecimal percent,
    String label,
    VatTreatment treatment,
    String reasonEn,
    String reasonPl) {}
