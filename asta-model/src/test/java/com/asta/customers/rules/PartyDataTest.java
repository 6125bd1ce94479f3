package com.asta.customers.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartyDataTest {
  @ParameterizedTest
  @CsvSource({
    "anna.nowak@example.com, anna.nowak@example.com",
    "' Anna@EXAMPLE.com ', Anna@example.com",
    "a+b@poczta.example.pl, a+b@poczta.example.pl",
    "jan@żółw.example, jan@xn--w-uga1v8h.example"
  })
  void anEmailAddressIsBroughtToOneForm(String typed, String expected) {
    assertEquals(Optional.of(expected), EmailAddress.parse(typed).map(EmailAddress::value));
  }

  @ParameterizedTest
  @CsvSource({
    "anna",
    "anna@",
    "@example.com",
    "anna@example",
    "anna..n@example.com",
    "anna @example.com",
    "anna@exa_mple.com",
    "a@b@",
    "anna@-example.com",
    "'anna@example.com\r\nBcc: x@y.pl'"
  })
  void whatMailCannotReachIsRefused(String typed) {
    assertEquals(Optional.empty(), EmailAddress.parse(typed));
  }

  @ParameterizedTest
  @CsvSource({
    "31-147, PL, 31-147",
    "31147, PL, 31-147",
    "31147, pl, 31-147",
    "31147, '', 31-147",
    "10115, DE, 10115",
    "SW1A 1AA, GB, SW1A 1AA"
  })
  void aPostalCodeHasTheFormOfItsCountry(String typed, String country, String expected) {
    assertEquals(
        Optional.of(expected),
        PostalAddress.parse("ul. Długa 5", typed, "Kraków", country)
            .map(PostalAddress::postalCode));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 31-147, Kraków, PL",
    "ul. Długa 5, 3114, Kraków, PL",
    "ul. Długa 5, '', Kraków, PL",
    "ul. Długa 5, 31-147, ' ', PL",
    "ul. Długa 5, 31-147, Kraków, XX"
  })
  void anIncompleteAddressIsRefused(String street, String code, String city, String country) {
    assertEquals(Optional.empty(), PostalAddress.parse(street, code, city, country));
  }

  @Test
  void anIndividualIsSortedByFamilyName() {
    PartyName name = new PartyName(CustomerKind.INDIVIDUAL, " Łucja ", "Żak", "ignored");
    assertEquals("Łucja Żak", name.display());
    assertEquals("zak lucja", name.sortable());
  }

  @Test
  void aPartyHasAName() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new PartyName(CustomerKind.INDIVIDUAL, "Jan", " ", null));
    assertThrows(
        IllegalArgumentException.class,
        () -> new PartyName(CustomerKind.ORGANISATION, "Jan", "Kowalski", null));
  }
}
