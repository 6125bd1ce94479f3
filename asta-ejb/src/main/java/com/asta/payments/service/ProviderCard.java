package com.asta.payments.service;

import java.time.LocalDate;

/**
 * A card saved at a provider.
 *
 * @param masked its number as people may see it
 * @param expiresOn the last day it is valid, null if not told
 */
public record ProviderCard(String token, String masked, LocalDate expiresOn) {
  /** The token stays out of logs. */
  @Override
  public String toString() {
    return "ProviderCard " + masked;
  }
}
