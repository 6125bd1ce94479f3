package com.asta.payments.service;

/** Why a customer says that something is not owed. */
public enum DisputeReason {
  WRONG_AMOUNT,
  NOT_ORDERED,
  SERVICE_FAILURE,
  PAID_ALREADY,
  OTHER
}
