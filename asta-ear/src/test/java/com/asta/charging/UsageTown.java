package com.asta.charging;

import com.asta.common.Shard;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Random;
import javax.sql.DataSource;

/** Any number of postpaid lines, copies of one that was sold, and files of a day of their usage. */
@ApplicationScoped
class UsageTown {
  private static final int KEPT = 1000;

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @Inject private MobileTown town;

  /** The number of a line, counted from 0. */
  static String number(int line) {
    return "+48799" + String.format("%06d", line);
  }

  /** Settles lines 0 to {@code lines - 1}, each with an account of its own. */
  void settle(int lines) throws SQLException {
    MobileTown.Line sold = town.sell(MobileTown.content(true), 1).get(0);
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table town as select n, nextval('customers.account_seq') as account,"
              + " nextval('products.subscription_seq') as line,"
              + " nextval('products.subscription_phase_seq') as phase, 0::smallint as shard"
              + " from generate_series(0, "
              + (lines - 1)
              + ") n");
      shards(connection);
      statement.execute(
          "insert into customers.account (id, customer_id, number, currency, shard, opened_at)"
              + " select t.account, a.customer_id, 'T-' || lpad(n::text, 6, '0'), a.currency,"
              + " t.shard, a.opened_at from town t, customers.account a where a.id = "
              + sold.accountId());
      statement.execute(
          "insert into products.subscription (id, account_id, customer_id, included, service_id,"
              + " prepaid, status, activated_on, optlock) select t.line, t.account, s.customer_id,"
              + " false, '+48799' || lpad(n::text, 6, '0'), false, 'ACTIVE', s.activated_on, 1"
              + " from town t, products.subscription s where s.id = "
              + sold.subscriptionId());
      statement.execute(
          "insert into products.subscription_phase (id, subscription_id, account_id, position,"
              + " offer_version_id, starts_on) select t.phase, t.line, t.account, 1,"
              + " p.offer_version_id, p.starts_on from town t, products.subscription_phase p"
              + " where p.subscription_id = "
              + sold.subscriptionId());
      statement.execute("drop table town");
      statement.execute("analyze products.subscription, products.subscription_phase");
    }
  }

  private static void shards(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        var rows = statement.executeQuery("select account from town");
        PreparedStatement update =
            connection.prepareStatement("update town set shard = ? where account = ?")) {
      int waiting = 0;
      connection.createStatement().execute("create index on town (account)");
      while (rows.next()) {
        update.setInt(1, Shard.of(rows.getLong(1)));
        update.setLong(2, rows.getLong(1));
        update.addBatch();
        if (++waiting % 5000 == 0) {
          update.executeBatch();
        }
      }
      update.executeBatch();
    }
  }

  /**
   * Writes a day of usage in the order of time: of a hundred records two come twice, and one is of
   * a stranger or not readable.
   */
  static void write(Path file, LocalDate day, int records, int lines, String tag)
      throws IOException {
    Random random = new Random(7);
    String[] kept = new String[KEPT];
    int good = 0;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("event_time,subscriber,service,destination,units,event_key\n");
      for (int i = 0; i < records; i++) {
        long second = i * 86_400L / records;
        int share = i % 100;
        String record;
        if (share == 37 || share == 73) {
          record = kept[random.nextInt(Math.min(good, KEPT))];
        } else if (share == 11 && i % 200 < 100) {
          record = "#### switch " + tag + i;
        } else if (share == 11) {
          record = record(random, day, second, lines) + tag + i;
        } else {
          record = record(random, day, second, random.nextInt(lines)) + tag + i;
          kept[good++ % KEPT] = record;
        }
        out.write(record);
        out.write('\n');
      }
    }
  }

  private static String record(Random random, LocalDate day, long second, int line) {
    boolean data = random.nextInt(3) == 0;
    return day
        + String.format("T%02d:%02d:%02dZ,", second / 3600, second / 60 % 60, second % 60)
        + number(line)
        + (data
            ? ",DATA,," + (1 + random.nextInt(50_000_000))
            : ",VOICE,+48"
                + (random.nextBoolean() ? "50" : "60")
                + (1_000_000 + random.nextInt(8_999_999))
                + ","
                + (1 + random.nextInt(600)))
        + ",";
  }
}
