package com.asta.payments.service;

import com.asta.common.Money;
import java.time.LocalDate;

/** A bank statement that was taken. */
public record StatementRow(
    long id, String account, String statementId, LocalDate day, Money opening, Money closing) {}
