package com.asta.marketing.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTokenTest {
  private static final String SIGNATURE = "a".repeat(43);

  @Test
  void whatWasWrittenIsReadBack() {
    var token = new LinkToken(LinkToken.Purpose.SURVEY, 7, 1234);
    var claim = LinkToken.parse(LinkToken.Purpose.SURVEY, token.with(SIGNATURE)).orElseThrow();
    assertEquals(token, claim.token());
    assertEquals(SIGNATURE, claim.signature());
  }

  @Test
  void oneKindOfLinkDoesNotSignForAnother() {
    assertNotEquals(
        new LinkToken(LinkToken.Purpose.SURVEY, 7, 1).signed(),
        new LinkToken(LinkToken.Purpose.UNSUBSCRIBE, 7, 1).signed());
    assertNotEquals(
        new LinkToken(LinkToken.Purpose.SURVEY, 71, 1).signed(),
        new LinkToken(LinkToken.Purpose.SURVEY, 7, 11).signed());
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "7-1", "7-1.short", "-7-1.x", "a-b.c", "9999999999999999999-1.x"})
  void whatIsNoTokenIsNone(String text) {
    assertTrue(LinkToken.parse(LinkToken.Purpose.SURVEY, text).isEmpty());
  }
}
