package com.asta.billing.rules;

/** How the documents of a billing account reach its payer (TMF678 bill presentation media). */
public enum BillDelivery {
  /** The payer looks at them in self-care. */
  SELF_CARE,
  EMAIL,
  /** Printed and sent by post. */
  PAPER
}
