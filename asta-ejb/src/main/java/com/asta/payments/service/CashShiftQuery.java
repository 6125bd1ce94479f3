package com.asta.payments.service;

import com.asta.payments.rules.CashShiftState;

/** Which shifts; null means any. */
public record CashShiftQuery(String register, String cashier, CashShiftState state) {}
