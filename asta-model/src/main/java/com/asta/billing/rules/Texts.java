package com.asta.billing.rules;

import java.util.Objects;

/** What a line says, in both languages of the operator. */
public record Texts(String en, String pl) {
  public Texts {
    Objects.requireNonNull(en, "en");
    Objects.requireNonNull(pl, "pl");
  }
}
