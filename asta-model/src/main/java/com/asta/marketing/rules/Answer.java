package com.asta.marketing.rules;

import java.util.List;

/**
 * What a person answered to one question.
 *
 * @param question its index, from 0
 * @param choices indexes of the chosen choices, or the one number of a scale; empty for text
 * @param text of a text question; null for others
 */
public record Answer(int question, List<Integer> choices, String text) {
  public Answer {
    choices = choices == null ? List.of() : List.copyOf(choices);
    text = text == null || text.isBlank() ? null : text.strip();
  }

  /** True if the person left the question out. */
  public boolean isEmpty() {
    return choices.isEmpty() && text == null;
  }
}
