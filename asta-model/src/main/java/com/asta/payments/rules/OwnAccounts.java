package com.asta.payments.rules;

import com.asta.common.Iban;
import java.util.List;
import java.util.Optional;

/**
 * The operator's bank accounts, and how banks write them: an IBAN, 26 digits, or the end of the
 * number behind a sort code.
 *
 * @param accounts IBANs without spaces, or numbers as a bank writes them; the main one first
 */
public record OwnAccounts(List<String> accounts, VirtualAccounts virtual) {
  private static final int FEWEST_DIGITS = 9;

  public OwnAccounts {
    accounts = List.copyOf(accounts);
    if (accounts.isEmpty()) {
      throw new IllegalArgumentException("An operator needs a bank account");
    }
  }

  public static OwnAccounts of(String account) {
    return new OwnAccounts(List.of(account), VirtualAccounts.NONE);
  }

  /** The account that money on a virtual account is kept on. */
  public String main() {
    return accounts.get(0);
  }

  /** The own account a bank means; empty if it is not the operator's. */
  public Optional<String> known(String told) {
    String plain = plain(told);
    return accounts.stream().filter(own -> same(plain(own), plain)).findFirst();
  }

  /** As {@link #known}; a virtual account stands for the main one. */
  public Optional<String> credited(String told) {
    return known(told)
        .or(() -> virtual.accountOf(told).isPresent() ? Optional.of(main()) : Optional.empty());
  }

  private static boolean same(String own, String told) {
    if (own.equals(told)) {
      return true;
    }
    String digits = told.replaceAll("\\D", "");
    boolean onlyDigits = told.replaceAll("^[A-Z]{2}", "").equals(digits);
    return onlyDigits && digits.length() >= FEWEST_DIGITS && own.endsWith(digits);
  }

  private static String plain(String number) {
    String compact = number == null ? "" : number.replaceAll("[\\s-]", "").toUpperCase();
    String bare = compact.startsWith("/") ? compact.substring(1) : compact;
    return Iban.parse(bare).map(Iban::value).orElse(bare);
  }
}
