package com.asta.customers.service;

import com.asta.common.Msisdn;
import com.asta.common.Nip;
import com.asta.customers.rules.CustomerKind;
import com.asta.customers.rules.SearchText;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.Set;

/** Makes up people and organisations whose numbers pass every check. */
final class DemoParties {
  private static final String[] MOBILE_PREFIXES = {"50", "51", "53", "60", "66", "69", "72", "78"};

  private final Properties lists = new Properties();
  private final Set<String> taken = new HashSet<>();
  private final Random random;

  DemoParties(Random random) {
    this.random = random;
    try (InputStream file = DemoParties.class.getResourceAsStream("demo-customers.properties")) {
      lists.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  NewCustomer individual() {
    boolean woman = random.nextBoolean();
    String given = pick(woman ? "women" : "men");
    String family = pick("families").split("/")[woman ? 1 : 0];
    return customer(
        CustomerKind.INDIVIDUAL, given, family, null, null, email(given + " " + family));
  }

  NewCustomer organisation() {
    String shortName;
    do {
      shortName = pick("trades") + " " + pick("brands");
    } while (!taken.add(shortName));
    return customer(
        CustomerKind.ORGANISATION,
        null,
        null,
        shortName + " " + pick("forms"),
        nip(),
        "biuro@" + SearchText.normalised(shortName).replace(' ', '-') + ".example");
  }

  /** Direction, channel, topic and summary. */
  String[] talk() {
    return pick("talks", ";").split("/");
  }

  /** Channel, topic and summary. */
  String[] plan() {
    return pick("plans", ";").split("/");
  }

  private NewCustomer customer(
      CustomerKind kind,
      String given,
      String family,
      String organisation,
      String nip,
      String email) {
    String[] place = pick("places").split("/");
    String flat =
        kind == CustomerKind.INDIVIDUAL && random.nextInt(3) > 0
            ? " m. " + (1 + random.nextInt(60))
            : "";
    return new NewCustomer(
        kind,
        given,
        family,
        organisation,
        nip,
        email,
        phone(),
        pick("streets") + " " + (1 + random.nextInt(90)) + flat,
        "%s-%03d".formatted(place[1], 10 + random.nextInt(900)),
        place[0],
        "PL",
        random.nextInt(12) == 0 ? "en" : "pl");
  }

  private String email(String name) {
    String base = SearchText.normalised(name).replace(' ', '.');
    String local = base;
    for (int i = 2; !taken.add(local); i++) {
      local = base + i;
    }
    return local + "@example.com";
  }

  private String phone() {
    while (true) {
      String text =
          "+48"
              + MOBILE_PREFIXES[random.nextInt(MOBILE_PREFIXES.length)]
              + "%07d".formatted(random.nextInt(10_000_000));
      Optional<Msisdn> number = Msisdn.parse(text, "PL");
      if (number.isPresent() && taken.add(text)) {
        return text;
      }
    }
  }

  private String nip() {
    while (true) {
      String text = "%010d".formatted(1_000_000_000L + random.nextInt(Integer.MAX_VALUE));
      if (Nip.parse(text).isPresent() && taken.add(text)) {
        return text;
      }
    }
  }

  private String pick(String list) {
    return pick(list, ",");
  }

  private String pick(String list, String separator) {
    String[] entries = lists.getProperty(list).split(separator);
    return entries[random.nextInt(entries.length)];
  }
}
