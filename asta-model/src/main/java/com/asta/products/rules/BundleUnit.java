package com.asta.products.rules;

/**
 * One piece of a bundle that will become a subscription.
 *
 * @param code the member offer's code
 * @param included whether the bundle's price covers it; otherwise it is billed by its own prices
 */
public record BundleUnit(String code, boolean included) {}
