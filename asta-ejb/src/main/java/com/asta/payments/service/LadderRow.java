package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.payments.rules.DunningLevel;

/** How many accounts stand on a level of the dunning ladder, and what they owe overdue. */
public record LadderRow(DunningLevel level, long accounts, Money overdue) {}
