package com.asta.payments.rules;

import com.asta.common.Money;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;

/** Gives the entries of one file their keys; two equal entries of a statement are two payments. */
final class EntryKeys {
  private static final int LONGEST_REFERENCE = 120;
  private static final int TEXT_COMPARED = 40;
  private static final int ACCOUNT_COMPARED = 16;

  private final MessageDigest digest = sha256();
  private final Occurrences inFile = new Occurrences();
  private final Occurrences inStatement = new Occurrences();

  /**
   * What an entry says of itself.
   *
   * @param place the place in a statement the bank identified; empty if it did not
   */
  record Told(
      String account,
      String reference,
      String place,
      String batch,
      LocalDate day,
      Money signed,
      String otherAccount,
      String text) {}

  void nextStatement() {
    inStatement.clear();
  }

  EntryKey next(Told told) {
    String other = References.key(told.otherAccount());
    byte[] like =
        hash(
            String.join(
                "|",
                told.account(),
                told.day().toString(),
                told.signed().toString(),
                other.substring(Math.max(0, other.length() - ACCOUNT_COMPARED))));
    int ordinal = inFile.next(first(like));
    String likeness = HexFormat.of().formatHex(like, 0, 12);
    String given = Texts.clean(told.reference(), LONGEST_REFERENCE);
    if (!given.isEmpty()) {
      String unique = numbered(given, inStatement.next(first(hash(given))));
      return new EntryKey(unique, true, likeness, ordinal, told.batch());
    }
    if (!told.place().isEmpty()) {
      String place = Texts.clean(told.place(), LONGEST_REFERENCE);
      return new EntryKey(place, false, likeness, ordinal, told.batch());
    }
    String text = References.key(told.text());
    byte[] all = hash(likeness + "|" + text.substring(0, Math.min(TEXT_COMPARED, text.length())));
    String hashed = numbered(HexFormat.of().formatHex(all, 0, 12), inFile.next(first(all)));
    return new EntryKey("#" + hashed, false, likeness, ordinal, told.batch());
  }

  private static String numbered(String base, int times) {
    return times == 1 ? base : base + "~" + times;
  }

  private static long first(byte[] hash) {
    return java.nio.ByteBuffer.wrap(hash).getLong();
  }

  private byte[] hash(String text) {
    return digest.digest(text.getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
