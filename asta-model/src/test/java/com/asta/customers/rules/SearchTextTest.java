package com.asta.customers.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {
  private static final String STORED =
      SearchText.stored(
          List.of(
              "Małgorzata Żółć-Łęcka",
              "C-000123",
              "A-000124",
              "m.zolc@example.com",
              "+48501234567",
              "5260250274",
              "ul. Długa 5 m. 12",
              "31-147",
              "Kraków"));

  @ParameterizedTest
  @CsvSource({
    "Łódź-Śródmieście, lodz srodmiescie",
    "  ŻÓŁĆ  , zolc",
    "Straße 7, strasse 7",
    "'', ''"
  })
  void lettersLoseMarksAndCase(String typed, String expected) {
    assertEquals(expected, SearchText.normalised(typed));
  }

  @ParameterizedTest
  @CsvSource({
    "zolc",
    "Łęcka małg",
    "C-000123",
    "a-000124",
    "501 234 567",
    "+48 501-234-567",
    "0048501234567",
    "526-025-02-74",
    "dluga 5",
    "31-147",
    "31147",
    "KRAKÓW żółć",
    "m.zolc@example.com"
  })
  void whatPeopleTypeIsFound(String typed) {
    assertTrue(
        SearchText.words(typed).stream().allMatch(STORED::contains),
        () -> SearchText.words(typed) + " in " + STORED);
  }

  @ParameterizedTest
  @CsvSource({"Nowak", "502 234 567", "żółć Warszawa"})
  void whatIsNotThereIsNotFound(String typed) {
    assertTrue(SearchText.words(typed).stream().anyMatch(word -> !STORED.contains(word)));
  }

  @Test
  void nothingTypedNarrowsNothing() {
    assertEquals(List.of(), SearchText.words("  "));
    assertEquals(List.of(), SearchText.words(null));
    assertEquals(List.of(), SearchText.words("?!"));
  }
}
