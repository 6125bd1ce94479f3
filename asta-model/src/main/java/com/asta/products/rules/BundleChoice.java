package com.asta.products.rules;

import java.util.List;

/** What choosing the members of a bundle leads to. */
public sealed interface BundleChoice {

  /** The choice keeps to the cardinalities: the units in the order of the bundle's members. */
  record Units(List<BundleUnit> units) implements BundleChoice {
    public Units {
      units = List.copyOf(units);
    }
  }

  /** More or fewer of a member than the bundle allows. */
  record OutOfRange(BundleMember member, int chosen) implements BundleChoice {}

  /** An offer that the bundle does not hold. */
  record UnknownMember(String code) implements BundleChoice {}
}
