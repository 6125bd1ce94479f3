package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.payments.rules.LedgerAccount;
import com.asta.payments.rules.TransactionKind;
import java.time.LocalDate;

/** A ledger posting of an account, with its transaction. */
public record PostingRow(
    long transactionId,
    TransactionKind kind,
    LocalDate bookedOn,
    String detail,
    LedgerAccount debit,
    LedgerAccount credit,
    Money amount,
    String bookedBy) {}
