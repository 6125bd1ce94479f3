package com.asta.payments.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.asta.common.Iban;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VirtualAccountsTest {
  private static final VirtualAccounts NOW = new VirtualAccounts(List.of("109010147777"));

  @ParameterizedTest
  @CsvSource({
    "10901014, true", "109010147777, true", "1090101477771234, true", "10901015, false",
    "1090101, false", "10901014777712345, false", "1090101x, false", "11402004, true"
  })
  void aPrefixBeginsWithASortCodeThatChecks(String prefix, boolean right) {
    assertEquals(right, VirtualAccounts.isPrefix(prefix));
  }

  @Test
  void everyNumberIsAValidIbanAndTellsItsAccount() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      long account = 1 + Math.abs(random.nextLong() % 999_999_999_999L);
      Iban iban = NOW.of(account).orElseThrow();
      assertEquals(OptionalLong.of(account), NOW.accountOf(iban.value()), "seed " + seed);
      assertEquals(OptionalLong.of(account), NOW.accountOf(iban.spaced()), "seed " + seed);
      char[] slip = iban.value().toCharArray();
      int at = 4 + random.nextInt(24);
      slip[at] = (char) ('0' + (slip[at] - '0' + 1 + random.nextInt(9)) % 10);
      assertEquals(OptionalLong.empty(), NOW.accountOf(new String(slip)), "seed " + seed);
    }
  }

  @Test
  void formerPrefixesAreStillRecognisedAndStrangersAreNot() {
    VirtualAccounts moved = new VirtualAccounts(List.of("11402004", "109010147777"));
    String old = NOW.of(7).orElseThrow().value();
    assertEquals(OptionalLong.of(7), moved.accountOf(old));
    assertEquals("11402004", moved.of(7).orElseThrow().value().substring(4, 12));
    assertEquals(OptionalLong.empty(), NOW.accountOf(Formats.PAYER));
    assertEquals(Optional.empty(), VirtualAccounts.NONE.of(7));
    assertEquals(OptionalLong.empty(), VirtualAccounts.NONE.accountOf(old));
    assertEquals(Optional.empty(), new VirtualAccounts(List.of("1090101477771234")).of(123456789));
    assertThrows(IllegalArgumentException.class, () -> new VirtualAccounts(List.of("12")));
  }

  @Test
  void aNumberIsFoundInText() {
    Iban iban = NOW.of(55).orElseThrow();
    assertEquals(
        Optional.of(iban.value()), NOW.in("wplata na " + iban.spaced().substring(2) + " dzieki"));
    assertEquals(Optional.of(iban.value()), NOW.in("?60x " + iban.value().substring(2) + "?61x"));
    assertEquals(Optional.empty(), NOW.in("12345678901234567890123456"));
  }

  @ParameterizedTest
  @CsvSource({
    "PL61109010140000071219812874, true",
    "61 1090 1014 0000 0712 1981 2874, true",
    "/PL61109010140000071219812874, true",
    "109010140000071219812874, true",
    "0000071219812874, true",
    "12874, false",
    "PL27114020040000300201355387, false"
  })
  void banksWriteTheOwnAccountInManyWays(String told, boolean known) {
    assertEquals(known, Formats.ACCOUNTS.known(told).isPresent());
  }
}
