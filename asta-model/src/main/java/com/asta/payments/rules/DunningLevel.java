package com.asta.payments.rules;

/** The steps of the ladder, in order; each names what is done when an account reaches it. */
public enum DunningLevel {
  NONE,
  REMINDER,
  FEE,
  BARRED;

  DunningLevel next() {
    return this == BARRED ? BARRED : values()[ordinal() + 1];
  }
}
