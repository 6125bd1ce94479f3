package com.asta.customers.rules;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The signs by which a party is recognised again. Absent signs are null and resemble nothing.
 *
 * @param nip ten digits
 * @param email in lower case
 * @param phone E.164
 * @param nameAndAddress see {@link #nameAndAddress(PartyName, PostalAddress)}
 */
public record PartyPrint(String nip, String email, String phone, String nameAndAddress) {
  private static final Set<String> NOISE =
      Set.of(
          "ul",
          "al",
          "aleja",
          "os",
          "osiedle",
          "pl",
          "plac",
          "m",
          "lok",
          "sp",
          "z",
          "o",
          "sa",
          "s",
          "a",
          "j",
          "k",
          "spolka",
          "ograniczona",
          "odpowiedzialnoscia",
          "akcyjna",
          "jawna");

  /** The signs two parties share. */
  public Set<Likeness> likeness(PartyPrint other) {
    Set<Likeness> shared = EnumSet.noneOf(Likeness.class);
    if (nip != null && nip.equals(other.nip)) {
      shared.add(Likeness.NIP);
    }
    if (email != null && email.equals(other.email)) {
      shared.add(Likeness.EMAIL);
    }
    if (phone != null && phone.equals(other.phone)) {
      shared.add(Likeness.PHONE);
    }
    if (nameAndAddress != null && nameAndAddress.equals(other.nameAndAddress)) {
      shared.add(Likeness.NAME_AND_ADDRESS);
    }
    return shared;
  }

  /**
   * Name and address in a form that survives the order of names, letter case, diacritics, legal
   * forms and prefixes of streets: {@code Kowalski JAN, Długa 5} equals {@code Jan Kowalski, ul.
   * Długa 5}, both at the same postal code.
   */
  public static String nameAndAddress(PartyName name, PostalAddress address) {
    return String.join(
        "|",
        sortedWords(name.display()),
        SearchText.normalised(address.postalCode()),
        inOrder(address.street()));
  }

  private static String sortedWords(String text) {
    return String.join(" ", new TreeSet<>(significant(text)));
  }

  private static String inOrder(String text) {
    return String.join(" ", significant(text));
  }

  private static List<String> significant(String text) {
    List<String> words = SearchText.words(text);
    List<String> kept = words.stream().filter(word -> !NOISE.contains(word)).toList();
    return kept.isEmpty() ? words : kept;
  }
}
