package com.asta.customers.rules;

/** What a customer can agree to beyond the contract; each is asked for and withdrawn on its own. */
public enum ConsentPurpose {
  MARKETING_EMAIL,
  MARKETING_SMS,
  MARKETING_PHONE,
  USAGE_ANALYSIS
}
