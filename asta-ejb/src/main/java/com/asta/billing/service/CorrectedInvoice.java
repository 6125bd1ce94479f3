package com.asta.billing.service;

import com.asta.billing.rules.CorrectionReason;
import java.time.LocalDate;

/** The invoice a credit note corrects, and why. */
public record CorrectedInvoice(
    long id, String number, LocalDate issuedOn, CorrectionReason reason, String text) {}
