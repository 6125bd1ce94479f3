package com.asta.customers.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartyPrintTest {
  @ParameterizedTest
  @CsvSource({
    "Jan, Kowalski, ul. Długa 5, 31-147",
    "JAN, KOWALSKI, Długa 5, 31-147",
    "Kowalski, Jan, dluga 5, 31-147",
    "Jan, Kowalski, UL DŁUGA 5, 31-147"
  })
  void theSamePersonTypedDifferently(String given, String family, String street, String code) {
    assertEquals(
        person("Jan", "Kowalski", "ul. Długa 5", "31-147"), person(given, family, street, code));
  }

  @ParameterizedTest
  @CsvSource({
    "Jan, Kowalska, ul. Długa 5, 31-147",
    "Jan, Kowalski, ul. Długa 6, 31-147",
    "Jan, Kowalski, ul. Długa 5, 31-148"
  })
  void anotherPersonOrPlace(String given, String family, String street, String code) {
    assertNotEquals(
        person("Jan", "Kowalski", "ul. Długa 5", "31-147"), person(given, family, street, code));
  }

  @Test
  void legalFormsDoNotTellOrganisationsApart() {
    PostalAddress address = new PostalAddress("ul. Leśna 1", "32-020", "Wieliczka", "PL");
    assertEquals(
        PartyPrint.nameAndAddress(organisation("Piekarnia Malwa sp. z o.o."), address),
        PartyPrint.nameAndAddress(organisation("PIEKARNIA MALWA Spółka z o.o."), address));
  }

  @Test
  void absentSignsResembleNothing() {
    PartyPrint nothing = new PartyPrint(null, null, null, null);
    assertEquals(Set.of(), nothing.likeness(nothing));
  }

  @Test
  void everySharedSignCounts() {
    PartyPrint one = new PartyPrint("5260250274", "a@example.com", "+48501234567", "x");
    PartyPrint two = new PartyPrint("5260250274", "b@example.com", "+48501234567", "y");
    assertEquals(Set.of(Likeness.NIP, Likeness.PHONE), one.likeness(two));
    assertEquals(one.likeness(two), two.likeness(one));
  }

  private static String person(String given, String family, String street, String code) {
    return PartyPrint.nameAndAddress(
        new PartyName(CustomerKind.INDIVIDUAL, given, family, null),
        new PostalAddress(street, code, "Kraków", "PL"));
  }

  private static PartyName organisation(String name) {
    return new PartyName(CustomerKind.ORGANISATION, null, null, name);
  }
}
