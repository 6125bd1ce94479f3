package com.asta.charging.service;

import com.asta.charging.rules.DialledNumber;

/** How the operator's own network writes numbers. */
public final class HomeNetwork {
  /** Country code of national numbers. */
  public static final String COUNTRY_CODE = "48";

  private HomeNetwork() {}

  /** A written number as E.164 digits without plus, or null when it is none. */
  public static String digits(String number) {
    return DialledNumber.e164(number, COUNTRY_CODE);
  }
}
