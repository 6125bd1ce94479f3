package com.asta.products.rules;

/**
 * How many of an offer a bundle holds (TMF620 {@code bundledProductOfferingOption}).
 *
 * @param code the member offer's code
 * @param min fewest that may be taken
 * @param max most that may be taken
 * @param byDefault how many the bundle's price includes, and how many are taken unless said
 */
public record BundleMember(String code, int min, int max, int byDefault) {

  /** Whether {@code 0 ≤ min ≤ default ≤ max} and at least one can be taken. */
  public boolean isConsistent() {
    return 0 <= min && min <= byDefault && byDefault <= max && max >= 1;
  }
}
