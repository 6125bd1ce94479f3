package com.asta.customers.rules;

/**
 * The name of an individual or of an organisation; the parts of the other kind are null.
 *
 * @param givenName all given names of an individual
 */
public record PartyName(
    CustomerKind kind, String givenName, String familyName, String organisationName) {

  public PartyName {
    boolean individual = kind == CustomerKind.INDIVIDUAL;
    givenName = individual ? required(givenName, "given name") : null;
    familyName = individual ? required(familyName, "family name") : null;
    organisationName = individual ? null : required(organisationName, "organisation's name");
  }

  /** As it is addressed: {@code Jan Kowalski}. */
  public String display() {
    return kind == CustomerKind.INDIVIDUAL ? givenName + " " + familyName : organisationName;
  }

  /** As it is sorted in a list: {@code kowalski jan}. */
  public String sortable() {
    return SearchText.normalised(
        kind == CustomerKind.INDIVIDUAL ? familyName + " " + givenName : organisationName);
  }

  private static String required(String text, String what) {
    String tidy = text == null ? "" : text.strip().replaceAll("\\s+", " ");
    if (tidy.isEmpty()) {
      throw new IllegalArgumentException("The " + what + " is missing");
    }
    return tidy;
  }
}
