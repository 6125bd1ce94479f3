package com.asta.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
  @ParameterizedTest
  @CsvSource({"526-025-02-74", "5260250274", "PL5260250274", "526 025 02 74"})
  void nipIsReadHoweverItIsWritten(String text) {
    assertEquals("526-025-02-74", Nip.parse(text).orElseThrow().hyphenated());
  }

  @ParameterizedTest
  @ValueSource(strings = {"5260250275", "526025027", "abcdefghij", "", "52602502740"})
  void nipWithAWrongChecksumOrLengthIsNone(String text) {
    assertTrue(Nip.parse(text).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "501 234 567, +48501234567",
    "+48 501-234-567, +48501234567",
    "0049 30 123456, +4930123456",
    "'(12) 200 00 00', +48122000000"
  })
  void phoneIsReadHoweverItIsWritten(String text, String expected) {
    assertEquals(expected, Msisdn.parse(text, "PL").orElseThrow().value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", "phone", "+48 000", ""})
  void impossiblePhoneIsNone(String text) {
    assertTrue(Msisdn.parse(text, "PL").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PL61 1090 1014 0000 0712 1981 2874",
        "61109010140000071219812874",
        "pl61109010140000071219812874"
      })
  void ibanIsReadHoweverItIsWritten(String text) {
    assertEquals("PL61109010140000071219812874", Iban.parse(text).orElseThrow().value());
  }

  @Test
  void ibanWithWrongCheckDigitsIsNone() {
    assertTrue(Iban.parse("PL62109010140000071219812874").isEmpty());
  }

  @Test
  void shardsSpreadNeighbouringAccountsEvenly() {
    int[] counts = new int[Shard.COUNT];
    LongStream.range(0, 102_400).forEach(id -> counts[Shard.of(id)]++);
    for (int count : counts) {
      assertTrue(count >= 90 && count <= 110, () -> "A shard has " + count + " of 100 expected");
    }
  }
}
