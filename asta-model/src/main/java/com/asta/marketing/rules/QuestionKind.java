package com.asta.marketing.rules;

/** How a question is answered. */
public enum QuestionKind {
  /** One of the choices. */
  SINGLE,
  /** Any number of the choices. */
  MULTIPLE,
  /** A number from 0 to 10: how likely is a recommendation. */
  NPS,
  /** A number from 1 to 5. */
  RATING,
  /** Free text. */
  TEXT;

  public boolean hasChoices() {
    return this == SINGLE || this == MULTIPLE;
  }

  public boolean isScale() {
    return this == NPS || this == RATING;
  }

  /** The lowest number of a scale. */
  public int lowest() {
    return this == RATING ? 1 : 0;
  }

  /** The highest number of a scale; -1 for what is no scale. */
  public int highest() {
    return this == RATING ? 5 : this == NPS ? 10 : -1;
  }
}
