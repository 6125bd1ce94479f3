package com.asta.customers.service;

import com.asta.common.OperatorZone;
import com.asta.common.service.DemoPart;
import com.asta.common.service.DemoStaff;
import com.asta.common.service.LoginService;
import com.asta.customers.model.Interaction;
import com.asta.customers.rules.Channel;
import com.asta.customers.rules.ConsentPurpose;
import com.asta.customers.rules.ConsentSource;
import com.asta.customers.rules.CustomerKind;
import com.asta.customers.rules.Direction;
import com.asta.customers.rules.Topic;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Random;

/** Two hundred made-up customers with their consents and talks; the same ones every time. */
@Dependent
public class DemoCustomers implements DemoPart {
  private static final int ORDER = 10;
  private static final int CUSTOMERS = 200;
  private static final int EVERY_ORGANISATION = 7;
  private static final int LONGEST_DAYS_AGO = 900;
  private static final int PLANS = 8;

  @Inject private Registration registration;
  @Inject private Consents consents;
  @Inject private Interactions interactions;
  @Inject private Clock clock;
  @EJB private LoginService logins;

  @Override
  public int order() {
    return ORDER;
  }

  @Override
  public void load() {
    Random random = new Random(20_260_701L);
    DemoParties parties = new DemoParties(random);
    Instant now = clock.instant();
    for (int i = 1; i <= CUSTOMERS; i++) {
      int daysAgo = LONGEST_DAYS_AGO - i * (LONGEST_DAYS_AGO - 60) / CUSTOMERS;
      Instant registered =
          now.minus(daysAgo, ChronoUnit.DAYS).minus(random.nextInt(480), ChronoUnit.MINUTES);
      long id = registration.register(party(parties, i), registered);
      consent(id, random);
      talks(id, parties, random, now);
      if (i == 1) {
        logins.openForCustomer("jan.kowalski", "Jan Kowalski", DemoStaff.PASSWORD, id, "pl");
      }
      if (i % (CUSTOMERS / PLANS) == 1) {
        plan(id, parties, random);
      }
    }
  }

  private static NewCustomer party(DemoParties parties, int i) {
    if (i == 1) {
      return new NewCustomer(
          CustomerKind.INDIVIDUAL,
          "Jan",
          "Kowalski",
          null,
          null,
          "jan.kowalski@example.com",
          "+48501234567",
          "ul. Długa 5 m. 12",
          "31-147",
          "Kraków",
          "PL",
          "pl");
    }
    return i % EVERY_ORGANISATION == 0 ? parties.organisation() : parties.individual();
  }

  private void consent(long id, Random random) {
    for (ConsentPurpose purpose : ConsentPurpose.values()) {
      if (random.nextInt(10) < 8) {
        boolean granted = random.nextInt(10) < 7;
        consents.decide(id, purpose, granted, ConsentSource.STAFF);
      }
    }
  }

  private void talks(long id, DemoParties parties, Random random, Instant now) {
    for (int talks = random.nextInt(4); talks > 0; talks--) {
      String[] talk = parties.talk();
      Instant at = now.minus(1 + random.nextInt(55 * 24 * 60), ChronoUnit.MINUTES);
      interactions.add(
          Interaction.done(
                  id,
                  Channel.valueOf(talk[1]),
                  Direction.valueOf(talk[0]),
                  Topic.valueOf(talk[2]),
                  talk[3])
              .at(at, "agent", at));
    }
  }

  private void plan(long id, DemoParties parties, Random random) {
    String[] plan = parties.plan();
    Instant at =
        LocalDate.now(clock)
            .plusDays(1 + random.nextInt(5))
            .atTime(LocalTime.of(9 + random.nextInt(7), 0))
            .atZone(OperatorZone.ID)
            .toInstant();
    interactions.add(
        Interaction.planned(id, Channel.valueOf(plan[0]), Topic.valueOf(plan[1]), plan[2], "agent")
            .at(at, "agent", clock.instant()));
  }
}
