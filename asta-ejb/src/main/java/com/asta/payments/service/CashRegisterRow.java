package com.asta.payments.service;

import com.asta.common.Money;

/** A cash register with what it took in today. */
public record CashRegisterRow(String code, String name, long receiptsToday, Money takenToday) {}
