package com.asta.customers;

import com.asta.customers.rules.CustomerKind;
import com.asta.customers.service.NewCustomer;
import java.util.concurrent.ThreadLocalRandom;

/** Made-up people and companies, different in every sign. */
final class People {
  private static final int[] WEIGHTS = {6, 5, 7, 2, 3, 4, 5, 6, 7};

  private People() {}

  static NewCustomer person() {
    return person("Zenon", "Próbny" + letters());
  }

  static NewCustomer person(String given, String family) {
    return new NewCustomer(
        CustomerKind.INDIVIDUAL,
        given,
        family,
        null,
        null,
        letters() + "@example.com",
        phone(),
        "ul. Testowa " + number(1, 9999),
        "30-001",
        "Kraków",
        "PL",
        "pl");
  }

  static NewCustomer company() {
    return new NewCustomer(
        CustomerKind.ORGANISATION,
        null,
        null,
        "Próba " + letters() + " sp. z o.o.",
        nip(),
        letters() + "@example.com",
        phone(),
        "ul. Testowa " + number(1, 9999),
        "30-001",
        "Kraków",
        "PL",
        "pl");
  }

  static String phone() {
    return "+4850" + number(1_000_000, 9_999_999);
  }

  static String nip() {
    while (true) {
      String digits = String.valueOf(number(100_000_000, 999_999_999));
      int sum = 0;
      for (int i = 0; i < WEIGHTS.length; i++) {
        sum += WEIGHTS[i] * (digits.charAt(i) - '0');
      }
      if (sum % 11 < 10) {
        return digits + sum % 11;
      }
    }
  }

  static String letters() {
    return ThreadLocalRandom.current()
        .ints(10, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static int number(int from, int to) {
    return ThreadLocalRandom.current().nextInt(from, to + 1);
  }
}
