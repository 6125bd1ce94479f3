package com.asta.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.asta.common.OperatorZone;
import com.asta.common.Shard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A month's end in a town of mobile customers who joined the demo operator's: who they are, and the
 * file of their usage. The same town and the same file each time.
 */
final class MonthEnd {
  static final int ACCOUNTS = 2400;
  static final int EVENTS = 60_000;

  /** So many accounts, the last ones, have a charge entered by hand. */
  static final int ENTERED = 60;

  /** Lines of the file that bring nothing: half come twice, half are of a stranger. */
  static final int TWICE = 60;

  static final int STRANGERS = 60;

  static final LocalDate CYCLE_END = LocalDate.now(OperatorZone.ID).withDayOfMonth(1);
  static final LocalDate CYCLE_START = CYCLE_END.minusMonths(1);

  /** How the town's accounts are known from the demo's. */
  static final String OF_THE_TOWN =
      "account_id in (select id from customers.account where starts_with(number, 'A-9'))";

  private MonthEnd() {}

  /**
   * Gives customers of the demo further accounts, each with a mobile line since the cycle began,
   * some with a charge entered by hand.
   */
  static void settle(Connection database) throws SQLException {
    List<Long> accounts = ids(database, "customers.account_seq");
    List<Long> lines = ids(database, "products.subscription_seq");
    List<Long> phases = ids(database, "products.subscription_phase_seq");
    try (Statement statement = database.createStatement()) {
      statement.execute(
          "create temporary table town (n int, account bigint, shard smallint, line bigint,"
              + " phase bigint)");
    }
    try (PreparedStatement row =
        database.prepareStatement("insert into town values (?, ?, ?, ?, ?)")) {
      for (int i = 0; i < ACCOUNTS; i++) {
        row.setInt(1, i);
        row.setLong(2, accounts.get(i));
        row.setInt(3, Shard.of(accounts.get(i)));
        row.setLong(4, lines.get(i));
        row.setLong(5, phases.get(i));
        row.addBatch();
      }
      row.executeBatch();
    }
    String chosen =
        """
        with offered as (
          select row_number() over (order by v.id) - 1 as i, count(*) over () as n, v.id
          from products.offer_version v join products.offer o on o.id = v.offer_id
          where v.status = 'ACTIVE' and o.code in ('MOBILE-S', 'MOBILE-M', 'MOBILE-L')),
        buyers as (
          select row_number() over (order by b.account_id) - 1 as i, count(*) over () as n,
            b.account_id, b.customer_id
          from billing.billing_account b join billing.invoice using (account_id)),
        chosen as (
          select t.*, o.id as offer, b.customer_id, b.account_id as model
          from town t join offered o on t.n % o.n = o.i join buyers b on t.n % b.n = b.i)
        """;
    try (Statement statement = database.createStatement()) {
      statement.execute(
          chosen
              + """
              insert into customers.account (id, customer_id, number, currency, shard, opened_at)
              select account, customer_id, 'A-9' || lpad(n::text, 5, '0'), 'PLN', shard,
                '%s 08:00+00' from chosen
              """
                  .formatted(CYCLE_START));
      statement.execute(
          chosen
              + """
              insert into products.subscription (id, account_id, customer_id, included, service_id,
                prepaid, status, activated_on, optlock)
              select line, account, customer_id, false, '+487990' || lpad(n::text, 5, '0'), false,
                'ACTIVE', '%s', 1 from chosen
              """
                  .formatted(CYCLE_START));
      statement.execute(
          chosen
              + """
              insert into products.subscription_phase (id, subscription_id, account_id, position,
                offer_version_id, starts_on)
              select phase, line, account, 1, offer, '%s' from chosen
              """
                  .formatted(CYCLE_START));
      statement.execute(
          chosen
              + """
              insert into billing.billing_account (account_id, customer_id, shard, currency,
                cycle_day, payment_days, opened_on)
              select account, customer_id, shard, 'PLN', 1, 14, '%s' from chosen
              """
                  .formatted(CYCLE_START));
      statement.execute(
          """
          insert into billing.manual_charge (id, request_key, account_id, code, charged_on, net,
            currency, text_en, text_pl, vat_category, entered_by, entered_at)
          select -1 - n, 'town-' || n, account, 'SIM-SWAP', date '%s' - 1, 20, 'PLN', 'SIM swap',
            'Wymiana karty SIM', 'STANDARD', 'test', now() from town where n >= %d
          """
              .formatted(CYCLE_END, ACCOUNTS - ENTERED));
      long settled =
          Rows.number(database, "select count(*) from town join customers.account on id = account");
      assertEquals(ACCOUNTS, settled, "accounts of the town");
      statement.execute("drop table town");
    }
  }

  /** Drops the file of the month's usage into the folder that the server watches. */
  static void dropUsage(Path data) throws IOException {
    Random random = new Random(2);
    int days = CYCLE_START.lengthOfMonth();
    List<String> lines = new ArrayList<>();
    lines.add("event_time,subscriber,service,destination,units,event_key");
    for (int event = 0; event < EVENTS; event++) {
      String line = line(random, days, random.nextInt(ACCOUNTS), event);
      lines.add(line);
      if (event % (EVENTS / TWICE) == 0) {
        lines.add(line);
      }
      if (event % (EVENTS / STRANGERS) == 0) {
        lines.add(line(random, days, ACCOUNTS + event / (EVENTS / STRANGERS), EVENTS + event));
      }
    }
    Path inbox = Files.createDirectories(data.resolve("inbox/usage-csv"));
    Path growing = Files.write(inbox.resolve("town.csv.part"), lines);
    Files.move(growing, inbox.resolve("town.csv"), StandardCopyOption.ATOMIC_MOVE);
  }

  private static String line(Random random, int days, int subscriber, int event) {
    String time =
        "%sT%02d:%02d:%02dZ"
            .formatted(
                CYCLE_START.plusDays(1 + random.nextInt(days - 2)),
                random.nextInt(24),
                random.nextInt(60),
                random.nextInt(60));
    String usage =
        switch (random.nextInt(4)) {
          case 0 -> "DATA,," + (1L + random.nextInt(700_000_000));
          case 1 -> "MESSAGE,+48601222333,1";
          case 2 -> "VOICE,+4930123456," + (1 + random.nextInt(600));
          default -> "VOICE,+48601222333," + (1 + random.nextInt(2400));
        };
    return "%s,+487990%05d,%s,town-%d".formatted(time, subscriber, usage, event);
  }

  private static List<Long> ids(Connection database, String sequence) throws SQLException {
    return Rows.of(database, "select nextval('%s') from generate_series(1, %d)", sequence, ACCOUNTS)
        .stream()
        .map(Long::valueOf)
        .toList();
  }
}
