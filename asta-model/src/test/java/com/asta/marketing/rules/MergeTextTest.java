package com.asta.marketing.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MergeTextTest {
  @Test
  void fieldsAreFilledAndValuesAreNotLookedIntoAgain() {
    var text = new MergeText("Hello {firstName}, {name}!");
    assertEquals(
        "Hello {name}, $1\\{x}!",
        text.filled(Map.of(MergeField.FIRST_NAME, "{name}", MergeField.NAME, "$1\\{x}")));
  }

  @Test
  void nothingButMergeFieldsIsKnown() {
    assertEquals(
        List.of("passwordHash", "iban"),
        new MergeText("{passwordHash} {city} {iban} {passwordHash}").unknownFields());
    assertEquals(Set.of(MergeField.CITY), new MergeText("{passwordHash} {city}").fields());
  }

  @Test
  void templateSyntaxIsPlainText() {
    String text = "${1+1} #{user.name} <#list 1..9 as x> {0}";
    assertEquals(text, new MergeText(text).filled(Map.of()));
  }

  @Test
  void paragraphsAreSeparatedByEmptyLines() {
    assertEquals(
        List.of(new MergeText("a\nb"), new MergeText("c")),
        new MergeText("\r\na\r\nb\r\n \r\n\r\nc\n").paragraphs());
  }
}
