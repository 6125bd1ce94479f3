package com.asta.products.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BundleRuleTest {
  private static final BundleMember FIBRE = new BundleMember("FIBRE", 1, 1, 1);
  private static final BundleMember MOBILE = new BundleMember("MOBILE", 0, 3, 1);
  private static final List<BundleMember> HOME = List.of(FIBRE, MOBILE);

  @Test
  void withoutAChoiceTheDefaultsAreTaken() {
    assertEquals(
        new BundleChoice.Units(
            List.of(new BundleUnit("FIBRE", true), new BundleUnit("MOBILE", true))),
        BundleRule.resolve(HOME, Map.of()));
  }

  @Test
  void whatExceedsTheDefaultIsNotIncludedInTheBundlesPrice() {
    assertEquals(
        new BundleChoice.Units(
            List.of(
                new BundleUnit("FIBRE", true),
                new BundleUnit("MOBILE", true),
                new BundleUnit("MOBILE", false),
                new BundleUnit("MOBILE", false))),
        BundleRule.resolve(HOME, Map.of("MOBILE", 3)));
  }

  @Test
  void anOptionalMemberMayBeLeftOut() {
    assertEquals(
        new BundleChoice.Units(List.of(new BundleUnit("FIBRE", true))),
        BundleRule.resolve(HOME, Map.of("MOBILE", 0)));
  }

  @Test
  void moreOrFewerThanAllowedIsRefused() {
    assertEquals(
        new BundleChoice.OutOfRange(MOBILE, 4), BundleRule.resolve(HOME, Map.of("MOBILE", 4)));
    assertEquals(
        new BundleChoice.OutOfRange(FIBRE, 0), BundleRule.resolve(HOME, Map.of("FIBRE", 0)));
  }

  @Test
  void anOfferThatTheBundleDoesNotHoldIsRefused() {
    assertEquals(new BundleChoice.UnknownMember("TV"), BundleRule.resolve(HOME, Map.of("TV", 1)));
  }
}
