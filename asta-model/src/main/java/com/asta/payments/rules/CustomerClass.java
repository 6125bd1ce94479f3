package com.asta.payments.rules;

/** Whom a dunning policy and a rate of interest are made for. */
public enum CustomerClass {
  CONSUMER,
  BUSINESS
}
