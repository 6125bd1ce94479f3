package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.payments.rules.DunningLevel;
import java.time.LocalDate;

/**
 * What the next run will do with an account.
 *
 * @param next the level it will carry out; null when it closes the case
 */
public record DunningPlanRow(
    long accountId,
    long customerId,
    String accountNumber,
    String customerName,
    Money overdue,
    long overdueDays,
    LocalDate oldestDueOn,
    DunningLevel reached,
    DunningLevel next) {}
