package com.asta.products.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Resolves a bundle to the units that are delivered. */
public final class BundleRule {

  private BundleRule() {}

  /**
   * The units of a bundle for a choice of quantities; a member that the choice does not name is
   * taken in its default quantity. Units up to the default are included in the bundle's price,
   * units above it are sold at their own.
   */
  public static BundleChoice resolve(List<BundleMember> members, Map<String, Integer> chosen) {
    for (String code : chosen.keySet()) {
      if (members.stream().noneMatch(member -> member.code().equals(code))) {
        return new BundleChoice.UnknownMember(code);
      }
    }
    List<BundleUnit> units = new ArrayList<>();
    for (BundleMember member : members) {
      int quantity = chosen.getOrDefault(member.code(), member.byDefault());
      if (quantity < member.min() || quantity > member.max()) {
        return new BundleChoice.OutOfRange(member, quantity);
      }
      for (int unit = 0; unit < quantity; unit++) {
        units.add(new BundleUnit(member.code(), unit < member.byDefault()));
      }
    }
    return new BundleChoice.Units(units);
  }
}
