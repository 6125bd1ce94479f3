package com.asta.charging.service;

/**
 * What a list of tariffs is narrowed to.
 *
 * @param text part of the code or of a name; null for any
 * @param state null for any
 */
public record TariffQuery(String text, State state) {
  /** How far a tariff has come. */
  public enum State {
    /** A version prices usage today. */
    IN_FORCE,
    /** A published version begins on a later day. */
    PLANNED,
    /** A draft is being worked on. */
    DRAFT
  }
}
