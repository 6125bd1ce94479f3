package com.asta.billing.rules;

/** What a buyer is to the tax. */
public enum BuyerClass {
  /** A private person. */
  CONSUMER,
  /** An organisation, at home or outside the European Union. */
  BUSINESS,
  /** An organisation with a valid VAT id of another member state: it pays the tax itself. */
  EU_BUSINESS
}
