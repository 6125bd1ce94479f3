package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.payments.model.OpenItem;
import java.time.LocalDate;

/**
 * An open item in a list.
 *
 * @param invoiceId the invoice to look at, null for a balance brought forward
 * @param overdueDays zero or less when it is not overdue
 */
public record OpenItemRow(
    long id,
    long accountId,
    OpenItem.Kind kind,
    Long invoiceId,
    String number,
    LocalDate issuedOn,
    LocalDate dueOn,
    Money amount,
    Money open,
    long overdueDays) {}
