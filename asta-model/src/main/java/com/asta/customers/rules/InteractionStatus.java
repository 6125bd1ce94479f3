package com.asta.customers.rules;

/** Whether an interaction lies ahead or behind. */
public enum InteractionStatus {
  PLANNED,
  DONE,
  CANCELLED
}
