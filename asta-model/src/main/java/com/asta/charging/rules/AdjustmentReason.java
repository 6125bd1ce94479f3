package com.asta.charging.rules;

/** Why a person changes a balance. */
public enum AdjustmentReason {
  GOODWILL,
  NETWORK_FAULT,
  WRONG_CHARGE,
  WRONG_RECHARGE,
  FRAUD,
  BONUS,
  MIGRATION
}
