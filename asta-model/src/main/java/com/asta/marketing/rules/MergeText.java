package com.asta.marketing.rules;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A marketer's text with merge fields. It is data, never a template: nothing in it is evaluated,
 * fields are replaced by values and values are not looked into again.
 *
 * @param text paragraphs separated by empty lines
 */
public record MergeText(String text) {
  private static final Pattern FIELD = Pattern.compile("\\{([A-Za-z]+)\\}");

  public MergeText {
    text = text == null ? "" : text.strip().replace("\r\n", "\n").replace('\r', '\n');
  }

  /** Names in braces that are no merge field, in order of appearance. */
  public List<String> unknownFields() {
    Set<String> unknown = new LinkedHashSet<>();
    Matcher matcher = FIELD.matcher(text);
    while (matcher.find()) {
      if (MergeField.of(matcher.group(1)).isEmpty()) {
        unknown.add(matcher.group(1));
      }
    }
    return List.copyOf(unknown);
  }

  /** The merge fields the text uses. */
  public Set<MergeField> fields() {
    Set<MergeField> used = EnumSet.noneOf(MergeField.class);
    Matcher matcher = FIELD.matcher(text);
    while (matcher.find()) {
      MergeField.of(matcher.group(1)).ifPresent(used::add);
    }
    return used;
  }

  /** The text with its fields filled in; a field without a value vanishes. */
  public String filled(Map<MergeField, String> values) {
    return FIELD
        .matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    MergeField.of(match.group(1))
                        .map(field -> values.getOrDefault(field, ""))
                        .orElse(match.group())));
  }

  /** The paragraphs, each of at least one line. */
  public List<MergeText> paragraphs() {
    List<MergeText> paragraphs = new ArrayList<>();
    for (String part : text.split("\\n\\s*\\n")) {
      if (!part.isBlank()) {
        paragraphs.add(new MergeText(part));
      }
    }
    return paragraphs;
  }
}
