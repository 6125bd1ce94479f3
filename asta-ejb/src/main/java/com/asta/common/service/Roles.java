package com.asta.common.service;

/** The roles by which service methods are guarded. */
public final class Roles {
  public static final String AGENT = "agent";
  public static final String PRODUCT_MANAGER = "product-manager";
  public static final String MARKETER = "marketer";
  public static final String BILLING = "billing";
  public static final String CASHIER = "cashier";
  public static final String WAREHOUSE = "warehouse";
  public static final String OPERATOR = "operator";
  public static final String ADMIN = "admin";

  /** A customer in self-care; sees what {@link CurrentUser#customerId()} owns and nothing else. */
  public static final String CUSTOMER = "customer";

  /** The product itself: message consumers, batch jobs, start-up. No person has it. */
  public static final String SYSTEM = "system";

  private Roles() {}
}
