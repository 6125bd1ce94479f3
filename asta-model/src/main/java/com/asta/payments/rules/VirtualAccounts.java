package com.asta.payments.rules;

import com.asta.common.Iban;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bank account number of its own for every customer's account: Polish NRB, that is two check
 * digits, a prefix the bank assigned (its sort code and the operator's number), and the account's
 * id. Nothing is stored: the number says whose it is.
 *
 * @param prefixes 8 to 16 digits each, the current first; former ones are still recognised
 */
public record VirtualAccounts(List<String> prefixes) {
  /** No virtual accounts. */
  public static final VirtualAccounts NONE = new VirtualAccounts(List.of());

  private static final int BBAN = 24;
  private static final int POLISH = 26;
  private static final int SORT_CODE = 8;
  private static final int[] WEIGHTS = {3, 9, 7, 1, 3, 9, 7, 1};
  private static final Pattern NUMBERS = Pattern.compile("(?<!\\d)\\d{2}(?:[ -]?\\d{4}){6}(?!\\d)");
  private static final BigInteger MODULUS = BigInteger.valueOf(97);

  public VirtualAccounts {
    prefixes = List.copyOf(prefixes);
    for (String prefix : prefixes) {
      if (!isPrefix(prefix)) {
        throw new IllegalArgumentException("Not a prefix of virtual accounts: " + prefix);
      }
    }
  }

  /** True for 8 to 16 digits that begin with a sort code whose own check digit is right. */
  public static boolean isPrefix(String prefix) {
    if (prefix == null || !prefix.matches("\\d{8,16}")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < SORT_CODE; i++) {
      sum += WEIGHTS[i] * (prefix.charAt(i) - '0');
    }
    return sum % 10 == 0;
  }

  /** The number of an account; empty without a prefix or if the id has too many digits for it. */
  public Optional<Iban> of(long accountId) {
    if (prefixes.isEmpty() || accountId <= 0) {
      return Optional.empty();
    }
    String prefix = prefixes.get(0);
    String id = Long.toString(accountId);
    if (prefix.length() + id.length() > BBAN) {
      return Optional.empty();
    }
    String bban = prefix + "0".repeat(BBAN - prefix.length() - id.length()) + id;
    int check = 98 - new BigInteger(bban + "252100").mod(MODULUS).intValue();
    return Optional.of(new Iban("PL" + (check < 10 ? "0" : "") + check + bban));
  }

  /** Whose number it is; empty if it is not one of these, or its check digits are wrong. */
  public OptionalLong accountOf(String number) {
    Optional<Iban> iban = prefixes.isEmpty() ? Optional.empty() : Iban.parse(number);
    if (iban.isEmpty() || !iban.get().value().startsWith("PL")) {
      return OptionalLong.empty();
    }
    String bban = iban.get().value().substring(4);
    return prefixes.stream()
        .filter(bban::startsWith)
        .map(prefix -> new BigInteger(bban.substring(prefix.length())))
        .filter(id -> id.signum() > 0 && id.bitLength() < Long.SIZE)
        .mapToLong(BigInteger::longValue)
        .findFirst();
  }

  /** The first virtual account somewhere in a text, as an IBAN. */
  public Optional<String> in(String text) {
    if (prefixes.isEmpty() || text == null) {
      return Optional.empty();
    }
    if (text.length() < POLISH || References.digitsIn(text) < POLISH) {
      return Optional.empty();
    }
    Matcher numbers = NUMBERS.matcher(text);
    while (numbers.find()) {
      if (accountOf(numbers.group()).isPresent()) {
        return Iban.parse(numbers.group()).map(Iban::value);
      }
    }
    return Optional.empty();
  }
}
