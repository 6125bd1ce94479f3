package com.asta.billing.rules;

/** How the member states make the check digits of their VAT numbers. */
final class CheckDigits {
  private static final int FRENCH_LETTERS = 2;

  private CheckDigits() {}

  /** The digits times the weights, summed. */
  static int weighted(String number, int... weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * digit(number, i);
    }
    return sum;
  }

  /** Every second digit from the right doubled, its digits summed: Italy, Sweden. */
  static boolean luhn(String number) {
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      int digit = digit(number, number.length() - 1 - i);
      sum += i % 2 == 0 ? digit : doubled(digit);
    }
    return sum % 10 == 0;
  }

  /** ISO 7064, MOD 11,10: Germany, Croatia. */
  static boolean mod11And10(String number) {
    int product = 10;
    for (int i = 0; i < number.length() - 1; i++) {
      int sum = (digit(number, i) + product) % 10;
      product = 2 * (sum == 0 ? 10 : sum) % 11;
    }
    return (11 - product) % 10 == digit(number, number.length() - 1);
  }

  /** Austria, of the eight digits after the U. */
  static boolean austrian(String number) {
    int sum = 4;
    for (int i = 0; i < 7; i++) {
      sum += i % 2 == 0 ? digit(number, i) : doubled(digit(number, i));
    }
    return (10 - sum % 10) % 10 == digit(number, 7);
  }

  /** Belgium: the last two digits and the rest modulo 97 make 97. */
  static boolean complementOf97(String number) {
    return 97 - Long.parseLong(number.substring(0, 8)) % 97 == Long.parseLong(number.substring(8));
  }

  /** Luxembourg. */
  static boolean remainderOf89(String number) {
    return Long.parseLong(number.substring(0, 6)) % 89 == Long.parseLong(number.substring(6));
  }

  /** France: two digits over the SIREN; keys with letters have no published rule. */
  static boolean french(String number) {
    String key = number.substring(0, FRENCH_LETTERS);
    long siren = Long.parseLong(number.substring(FRENCH_LETTERS));
    return !key.matches("\\d\\d") || (12 + 3 * (siren % 97)) % 97 == Long.parseLong(key);
  }

  /** Portugal. */
  static boolean portuguese(String number) {
    int check = 11 - weighted(number, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    return (check > 9 ? 0 : check) == digit(number, 8);
  }

  /** Greece. */
  static boolean greek(String number) {
    return weighted(number, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == digit(number, 8);
  }

  private static int doubled(int digit) {
    return digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
  }

  private static int digit(String number, int at) {
    return number.charAt(at) - '0';
  }
}
