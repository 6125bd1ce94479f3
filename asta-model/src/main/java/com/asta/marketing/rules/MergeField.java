package com.asta.marketing.rules;

import java.util.Arrays;
import java.util.Optional;

/** What a marketer's text may have filled in, written in braces: {@code {firstName}}. */
public enum MergeField {
  FIRST_NAME("firstName"),
  NAME("name"),
  CITY("city"),
  OPERATOR("operator"),
  SURVEY_LINK("surveyLink");

  private final String key;

  MergeField(String key) {
    this.key = key;
  }

  public String key() {
    return key;
  }

  /** As it stands in a text. */
  public String token() {
    return "{" + key + "}";
  }

  /** The field of this name. */
  public static Optional<MergeField> of(String key) {
    return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
  }
}
