package com.asta.charging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.billing.batch.BillRunJob;
import com.asta.billing.model.BillRunStatus;
import com.asta.billing.rules.BillCycle;
import com.asta.billing.service.BillRunService;
import com.asta.billing.service.BillingService;
import com.asta.charging.MobileTown.Line;
import com.asta.charging.batch.RepricingJob;
import com.asta.charging.event.UsageRerated;
import com.asta.charging.event.UsageRerated.Difference;
import com.asta.charging.service.ChargingRefused;
import com.asta.charging.service.RepricedAccount;
import com.asta.charging.service.RepricedZone;
import com.asta.charging.service.RepricingCard.Status;
import com.asta.charging.service.RepricingService;
import com.asta.charging.service.RepricingSpread;
import com.asta.charging.service.RepricingTotals;
import com.asta.charging.service.RepricingWork;
import com.asta.charging.service.TariffService;
import com.asta.common.OperatorZone;
import com.asta.common.service.Database;
import com.asta.common.service.Outbox;
import com.asta.common.service.SystemCaller;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

@ArquillianTest
class RepricingIT {
  private static final YearMonth MONTH = YearMonth.from(RepricingTown.MONTH);
  private static final int CYCLE_DAY = 27;

  @Inject private SystemCaller system;
  @Inject private RepricingTown town;
  @Inject private RepricingJob job;
  @Inject private RepricingService repricings;
  @Inject private RepricingWork work;
  @Inject private TariffService tariffs;
  @Inject private Database database;
  @Inject private Outbox outbox;
  @Inject private BillingService billing;
  @Inject private BillRunService runs;
  @Inject private BillRunJob bills;

  @Test
  void aWhatIfTellsWhoWinsAndWhoLosesAndTouchesNothing() {
    List<Line> lines = town.sell(3);
    town.talk(lines.get(0), RepricingTown.MONTH.plusDays(2), 190, 60);
    town.talk(lines.get(1), RepricingTown.MONTH.plusDays(3), 400, 1);
    town.talk(lines.get(2), RepricingTown.MONTH.plusDays(3), 50, 90);
    String before = stored(lines);
    long draft = town.draft(lines.get(0), RepricingTown.bySecond());

    long id = system.call(() -> job.whatIf(draft, MONTH));
    await(id, Status.DONE);

    // 190 - 100 s: 2 minutes 0.60 -> 0.90; 400 - 100 s: 5 minutes 1.50 -> 3.00; 50 s are included.
    // Germany: 1.00 -> 0.40; 1.00 -> 0.01; 2.00 -> 0.60.
    RepricingTotals totals = totals(id);
    assertMoney("6.10", totals.before().amount());
    assertMoney("4.91", totals.after().amount());
    assertEquals(List.of(3L, 3L, 6L), List.of(totals.accounts(), totals.priced(), totals.events()));
    assertEquals(
        List.of("GERMANY 4 -> 1.01", "MOBILE 2.1 -> 3.9"),
        system.call(() -> repricings.zones(id)).stream().map(RepricingIT::words).toList());
    RepricingSpread spread = system.call(() -> repricings.spread(id));
    assertEquals(
        List.of(2L, 0L, 1L), List.of(spread.winners(), spread.unchanged(), spread.losers()));
    assertEquals(3, spread.counts().stream().mapToLong(Long::longValue).sum());
    assertEquals(
        lines.get(2).accountId(), system.call(() -> repricings.winners(id, 9)).get(0).accountId());
    List<RepricedAccount> losers = system.call(() -> repricings.losers(id, 9));
    assertEquals(
        List.of(), losers.stream().filter(l -> l.change().amount().signum() <= 0).toList());
    assertEquals(before, stored(lines));
    assertRefused("NOT_IN_REVIEW", () -> system.run(() -> job.apply(id)));
  }

  @Test
  void aReRatingIsTriedThenStoredAndRepeatedItChangesNothing() {
    Line line = town.sell(1).get(0);
    town.talk(line, RepricingTown.MONTH.plusDays(2), 90, 61);
    town.talk(line, RepricingTown.MONTH.plusDays(4), 90, 61);
    String before = stored(List.of(line));
    long draft = town.draft(line, RepricingTown.bySecond());
    system.run(() -> tariffs.publish(draft, RepricingTown.MONTH));

    long id = system.call(() -> job.reRating(MONTH, MONTH, line.tariff(), null, "wrong price"));
    await(id, Status.REVIEW);
    assertEquals(before, stored(List.of(line)), "a trial stores nothing");
    RepricingTotals tried = totals(id);
    assertMoney("4.60", tried.before().amount());
    assertMoney("1.62", tried.after().amount());

    system.run(() -> job.apply(id));
    await(id, Status.DONE);

    assertEquals(
        List.of("a:SECONDS:90|0", "0.41", "a:SECONDS:10|0.8", "0.41"),
        database.rows(
            "select explanation, rated from charging.usage_record where account_id = ?"
                + " order by event_time",
            row ->
                (row.getString(1).contains("a:SECONDS") ? drawn(row.getString(1)) + "|" : "")
                    + row.getBigDecimal(2).stripTrailingZeros().toPlainString(),
            line.accountId()));
    assertMoney(
        "1.62", sum("select sum(rated) from charging.usage_total where account_id = ?", line));
    assertEquals(
        100L,
        database.number(
            "select units from charging.usage_counter where account_id = ? and counter = 'SECONDS'",
            line.accountId()));
    assertEquals(
        3L,
        database.number(
            "select count(*) from charging.repriced_event where account_id = ? and rated <>"
                + " new_rated",
            line.accountId()));
    assertEquals(
        0L,
        database.number(
            "select count(*) from (select day, sum(events) e, sum(quantity) q from"
                + " charging.usage_total where account_id = ? group by day) t full join (select"
                + " (event_time at time zone 'Europe/Warsaw')::date as day, count(*) e, sum(units) q"
                + " from charging.usage_record where account_id = ? group by 1) r using (day)"
                + " where t.e is distinct from r.e or t.q is distinct from r.q",
            line.accountId(),
            line.accountId()));

    long again = system.call(() -> job.reRating(MONTH, MONTH, line.tariff(), null, "once more"));
    await(again, Status.REVIEW);
    assertEquals(0, totals(again).changed());
    system.run(() -> repricings.cancel(again));
  }

  /** Law: an account is priced once, however often the job dies and begins again. */
  @Test
  void aJobThatDiedGoesOnWhereItWas() {
    List<Line> lines = town.sell(3);
    for (Line line : lines) {
      town.talk(line, RepricingTown.MONTH.plusDays(6), 160, 61);
    }
    long draft = town.draft(lines.get(0), RepricingTown.bySecond());
    system.run(() -> tariffs.publish(draft, RepricingTown.MONTH));
    String tariff = lines.get(0).tariff();
    List<Long> first = List.of(lines.get(1).accountId());

    long id = system.call(() -> repricings.reRating(MONTH, MONTH, tariff, null, "half done"));
    system.run(() -> work.prepare(id));
    system.run(() -> work.price(id, first));
    system.run(() -> job.resume(id));
    await(id, Status.REVIEW);
    RepricingTotals tried = totals(id);
    assertEquals(List.of(3L, 3L, 6L), List.of(tried.accounts(), tried.priced(), tried.events()));
    assertMoney("6.90", tried.before().amount());
    assertMoney("3.03", tried.after().amount());

    system.run(() -> repricings.apply(id));
    system.run(() -> work.price(id, first));
    system.run(() -> job.resume(id));
    await(id, Status.DONE);

    for (Line line : lines) {
      assertMoney(
          "1.01", sum("select sum(rated) from charging.usage_total where account_id = ?", line));
      assertEquals(
          1L,
          database.number(
              "select count(*) from common.outbox where type = 'UsageRerated'"
                  + " and (body::jsonb ->> 'reRatingId')::bigint = ?"
                  + " and (body::jsonb ->> 'accountId')::bigint = ?",
              id,
              line.accountId()));
    }
    assertMoney("6.90", totals(id).before().amount());
  }

  /** What was charged while it was used was told and paid; it is not priced again. */
  @Test
  void whatWasChargedOnlineStays() {
    Line line = town.sell(1).get(0);
    town.talk(line, RepricingTown.MONTH.plusDays(6), 160, 61);
    database.update(
        "update charging.usage_record set source = 'online' where account_id = ?"
            + " and destination like '49%'",
        line.accountId());
    long draft = town.draft(line, RepricingTown.bySecond());

    long id = system.call(() -> job.whatIf(draft, MONTH));
    await(id, Status.DONE);

    assertEquals(1, totals(id).events());
    assertMoney("0.60", totals(id).after().amount());
  }

  /** From the re-rating of billed usage to the line on the next bill. */
  @Test
  void billedUsageIsCorrectedOnTheNextBill() {
    Line line = town.sell(1).get(0);
    LocalDate day = MobileTown.SINCE.plusDays(9);
    town.talk(line, day, 500, 61);
    BillCycle cycle = new BillCycle(CYCLE_DAY);
    LocalDate second = cycle.onOrBefore(LocalDate.now(OperatorZone.ID));
    LocalDate first = cycle.endingOn(second).start();
    system.run(() -> billing.openAccount(line.accountId(), MobileTown.SINCE));
    system.run(() -> billing.moveCycle(line.accountId(), CYCLE_DAY));
    bill(first);
    assertEquals(List.of("CALL 2.1", "CALL-DE 2"), items(line, first));

    long draft = town.draft(line, RepricingTown.bySecond());
    system.run(() -> tariffs.publish(draft, MobileTown.SINCE.plusDays(1)));
    YearMonth month = YearMonth.from(day);
    long id = system.call(() -> job.reRating(month, month, line.tariff(), null, "wrong price"));
    await(id, Status.REVIEW);
    system.run(() -> job.apply(id));
    await(id, Status.DONE);

    bill(second);
    assertEquals(List.of("CALL -2.1", "CALL 4", "CALL-DE -2", "CALL-DE 0.41"), items(line, second));
    assertEquals(
        0L,
        database.number(
            "select count(*) from billing.manual_charge where account_id = ?", line.accountId()),
        "the bill itself compares, nothing is charged twice");
  }

  /** Months that bills no longer look at become a charge of their own, once. */
  @Test
  void oldMonthsBecomeAChargeOfTheirOwn() {
    Line line = town.sell(1).get(0);
    system.run(() -> billing.openAccount(line.accountId(), MobileTown.SINCE));
    database.update(
        "insert into billing.bill_run (id, cycle_end, issued_on, status, started_by, started_at)"
            + " values (-?, ?, ?, 'FINAL', 'it', now())",
        line.accountId(),
        MobileTown.SINCE,
        MobileTown.SINCE);
    database.update(
        "insert into billing.bill (account_id, id, run_id, cycle_start, cycle_end, currency, net, tax,"
            + " gross) values (?, -?, -?, ?, ?, 'PLN', 0, 0, 0)",
        line.accountId(),
        line.accountId(),
        line.accountId(),
        MobileTown.SINCE.minusMonths(1),
        MobileTown.SINCE);
    database.update(
        "insert into billing.invoice (account_id, id, customer_id, run_id, seller_nip, number,"
            + " issued_on, due_on, cycle_start, cycle_end, currency, net, tax, gross, buyer_name,"
            + " account_number, seller, buyer) select b.account_id, b.id, a.customer_id, b.run_id,"
            + " '5260250274', 'OLD/' || b.account_id, b.cycle_end, b.cycle_end, b.cycle_start,"
            + " b.cycle_end, b.currency, 0, 0, 0, '', '', '{}', '{}' from billing.bill b"
            + " join billing.billing_account a using (account_id) where b.account_id = ?",
        line.accountId());
    LocalDate old = MobileTown.SINCE.minusMonths(8);
    UsageRerated fact =
        new UsageRerated(
            -line.accountId(),
            line.accountId(),
            "PLN",
            List.of(
                new Difference(old, "STANDARD", new BigDecimal("-3.456")),
                new Difference(old.plusMonths(1), "STANDARD", new BigDecimal("1")),
                new Difference(MobileTown.SINCE, "STANDARD", new BigDecimal("50"))));
    system.run(() -> outbox.publish(fact));
    system.run(() -> outbox.publish(fact));

    RepricingTown.await(() -> !charges(line).isEmpty());
    RepricingTown.await(
        () ->
            database.number(
                    "select count(*) from common.outbox where type = 'UsageRerated'"
                        + " and body like '%' || ? || '%'",
                    "\"reRatingId\":-" + line.accountId())
                == 2);
    assertEquals(List.of("-2.46"), charges(line));
  }

  private List<String> charges(Line line) {
    return database.rows(
        "select net from billing.manual_charge where account_id = ? and code = 'RE-RATING'",
        row -> row.getBigDecimal(1).stripTrailingZeros().toPlainString(),
        line.accountId());
  }

  @Test
  void impossibleMonthsAreRefused() {
    YearMonth next = YearMonth.now(OperatorZone.ID).plusMonths(1);
    assertRefused(
        "WRONG_MONTHS", () -> system.call(() -> repricings.reRating(next, next, null, null, "x")));
    assertRefused(
        "WRONG_MONTHS",
        () -> system.call(() -> repricings.reRating(MONTH, MONTH.minusMonths(1), null, null, "x")));
    assertRefused(
        "UNKNOWN_TARIFF",
        () -> system.call(() -> repricings.reRating(MONTH, MONTH, "NO-SUCH", null, "x")));
    assertRefused(
        "REASON_MISSING",
        () -> system.call(() -> repricings.reRating(MONTH, MONTH, null, null, " ")));
  }

  private static void assertRefused(String reason, Runnable call) {
    ChargingRefused refused = assertThrows(ChargingRefused.class, call::run);
    assertTrue(refused.toString().contains(reason), refused.toString());
  }

  private void bill(LocalDate cycleEnd) {
    long run = system.call(() -> bills.start(cycleEnd, LocalDate.now(OperatorZone.ID)));
    RepricingTown.await(() -> status(run) == BillRunStatus.REVIEW);
    system.run(() -> bills.approve(run));
    RepricingTown.await(() -> status(run) == BillRunStatus.FINAL);
  }

  private BillRunStatus status(long run) {
    return system.call(() -> runs.card(run)).status();
  }

  private List<String> items(Line line, LocalDate cycleEnd) {
    return database.rows(
        "select i.charge_code, i.net from billing.bill_item i join billing.bill b on b.account_id ="
            + " i.account_id and b.id = i.bill_id where i.account_id = ? and b.cycle_end = ?"
            + " and i.charge_code is not null order by 1, 2",
        row -> row.getString(1) + " " + row.getBigDecimal(2).stripTrailingZeros().toPlainString(),
        line.accountId(),
        cycleEnd);
  }

  private String stored(List<Line> lines) {
    return lines.stream()
        .map(
            line ->
                database
                    .rows(
                        "select r.event_time || r.charge_code || r.rated || r.explanation ||"
                            + " r.tariff_version_id || (select string_agg(t::text, ',' order by day,"
                            + " charge_code) from charging.usage_total t where t.account_id ="
                            + " r.account_id) || coalesce((select string_agg(c::text, ',' order by"
                            + " counter) from charging.usage_counter c where c.account_id ="
                            + " r.account_id), '') from charging.usage_record r where r.account_id ="
                            + " ? order by event_time",
                        row -> row.getString(1),
                        line.accountId())
                    .toString())
        .collect(Collectors.joining("\n"));
  }

  private BigDecimal sum(String sql, Line line) {
    return database.first(sql, row -> row.getBigDecimal(1), line.accountId()).orElseThrow();
  }

  private RepricingTotals totals(long id) {
    return system.call(() -> repricings.totals(id)).get(0);
  }

  private void await(long id, Status status) {
    RepricingTown.await(() -> system.call(() -> repricings.card(id)).status() == status);
  }

  private static String words(RepricedZone zone) {
    return zone.zone()
        + " "
        + plain(zone.before().amount())
        + " -> "
        + plain(zone.after().amount());
  }

  private static String drawn(String explanation) {
    int from = explanation.indexOf("a:");
    int to = explanation.indexOf(';', from);
    return to < 0 ? explanation.substring(from) : explanation.substring(from, to);
  }

  private static String plain(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }

  private static void assertMoney(String expected, BigDecimal actual) {
    assertEquals(0, new BigDecimal(expected).compareTo(actual), "was " + actual);
  }
}
