package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.payments.rules.CollectionState;

/** Collections of one state, of one currency. */
public record CollectionTotal(CollectionState state, long items, Money amount) {}
