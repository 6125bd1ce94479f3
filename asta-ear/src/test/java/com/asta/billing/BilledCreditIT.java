package com.asta.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.billing.FibreTown.Street;
import com.asta.billing.event.InvoiceIssued;
import com.asta.billing.event.InvoicesIssued;
import com.asta.billing.service.BilledCredits;
import com.asta.charging.PrepaidTown;
import com.asta.charging.PrepaidTown.Line;
import com.asta.charging.rules.ServiceKind;
import com.asta.charging.service.ChargingAnswer.Reason;
import com.asta.charging.service.ChargingRequest;
import com.asta.charging.service.LedgerCheckService;
import com.asta.common.OperatorZone;
import com.asta.common.service.Database;
import com.asta.common.service.SystemCaller;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A bill frees the credit whose use it took; 0.30 a started minute, credit of 20.00. */
@ArquillianTest
class BilledCreditIT {
  private static final String MOBILE = "+48501000001";
  private static final int HOUR = 3_600;
  private static final long PATIENCE_MILLIS = 60_000;

  @Inject private SystemCaller system;
  @Inject private FibreTown town;
  @Inject private PrepaidTown prepaid;
  @Inject private BilledCredits credits;
  @Inject private LedgerCheckService ledger;
  @Inject private Database database;
  @Resource private ManagedExecutorService executor;

  private String session;

  @BeforeEach
  void name() {
    session = UUID.randomUUID().toString();
  }

  @Test
  void aLineAtItsLimitIsGrantedAgainWhenItsBillIsIssuedAndNoBillFreesCreditTwice() {
    Street street = town.settle(1);
    Line line = line(street);
    prepaid.granted(call(1, line, HOUR));
    prepaid.refused(Reason.CREDIT_LIMIT, call(2, line, 17 * 60));
    usedOn(street, street.cycleEnd().minusDays(3));

    long run = town.trial(street.cycleEnd());
    prepaid.refused(Reason.CREDIT_LIMIT, call(3, line, 17 * 60));
    town.approve(run);
    awaitReleased(line, "18.00");

    assertAmount("0", prepaid.balance(line));
    prepaid.granted(call(4, line, 17 * 60));
    assertAmount("-5.10", prepaid.balance(line));
    InvoicesIssued fact = fact(street);
    assertEquals(
        1,
        prepaid.number(
            "select count(*) from charging.ledger_entry where charging_account_id = ?"
                + " and kind = 'BILLED' and explanation = ? and balance_after = 0",
            line.id(),
            "bill:" + fact.invoices().get(0).number()));
    usedOn(street, street.cycleEnd().minusDays(2));
    system.run(() -> credits.release(fact));
    assertAmount("18.00", released(line));
    assertAmount("-5.10", prepaid.balance(line));
    assertChecked(line);
  }

  @Test
  void debitsMeanwhileAreNeitherLostNorReleased() throws Exception {
    Street street = town.settle(1);
    Line line = line(street);
    prepaid.granted(call(1, line, HOUR));
    usedOn(street, street.cycleEnd().minusDays(3));
    long run = town.trial(street.cycleEnd());

    Future<?> approval = executor.submit(() -> town.approve(run));
    int meanwhile = prepaid.race(300, i -> call(100 + i, line, 60));
    approval.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    awaitReleased(line, "18.00");
    assertTrue(meanwhile >= 6, "2.00 of credit were left, granted: " + meanwhile);
    assertAmount(
        new BigDecimal("-0.30").multiply(BigDecimal.valueOf(meanwhile)).toPlainString(),
        prepaid.balance(line));

    int after = prepaid.race(100, i -> call(1_000 + i, line, 60));
    assertEquals(66, meanwhile + after, "calls of 0.30 in a credit of 20.00");
    assertAmount("-19.80", prepaid.balance(line));
    assertChecked(line);
  }

  @Test
  void usageThatWasNotDrawnOnCreditFreesNone() {
    Street street = town.settle(1);
    Line line = line(street);
    prepaid.granted(call(1, line, 20 * 60));
    database.update(
        "insert into charging.usage_total (account_id, day, subscription_id, charge_code,"
            + " tariff_version_id, service, quantity, events, rated, currency) select account_id,"
            + " ?, subscription_id, charge_code, tariff_version_id, service, quantity, events, 10,"
            + " currency from charging.usage_total where account_id = ?",
        street.cycleEnd().minusDays(3),
        street.accounts().get(0));

    town.approve(town.trial(street.cycleEnd()));
    InvoicesIssued fact = fact(street);
    assertAmount(
        "10",
        prepaid.amount(
            "select sum((u ->> 6)::numeric) from billing.bill b, json_array_elements(b.used::json) u"
                + " where b.id = ?",
            fact.invoices().get(0).invoiceId()));
    system.run(() -> credits.release(fact));

    assertAmount("0", released(line));
    assertAmount("-6.00", prepaid.balance(line));
    assertChecked(line);
  }

  /** A number of the only customer of a street, charged as it is used. */
  private Line line(Street street) {
    long account = street.accounts().get(0);
    long subscription =
        database.number("select min(id) from products.subscription where account_id = ?", account);
    return prepaid.open(
        "0",
        "account_id = " + account + ", subscription_id = " + subscription,
        "payment_mode = 'POSTPAID', credit_limit = 20");
  }

  /** Makes today's use one of a day that has passed. */
  private void usedOn(Street street, LocalDate day) {
    long account = street.accounts().get(0);
    Instant noon = day.atTime(12, 0).atZone(OperatorZone.ID).toInstant();
    Instant today = LocalDate.now(OperatorZone.ID).atStartOfDay(OperatorZone.ID).toInstant();
    YearMonth month = YearMonth.from(noon.atZone(ZoneOffset.UTC));
    database.update(
        "create table if not exists charging.usage_record_%s partition of charging.usage_record for values from ('%s 00:00+00') to ('%s 00:00+00')"
            .formatted(
                month.toString().replace('-', '_'), month.atDay(1), month.plusMonths(1).atDay(1)));
    prepaid.run(
        "update charging.usage_record set event_time = ? where account_id = ? and event_time >= ?",
        noon,
        account,
        today);
    prepaid.run(
        "update charging.usage_total set day = ? where account_id = ? and day = ?",
        day,
        account,
        LocalDate.now(OperatorZone.ID));
  }

  /** What was published of the street's invoice. */
  private InvoicesIssued fact(Street street) {
    return database
        .first(
            "select run_id, id, number, account_id, customer_id, issued_on, due_on, gross, currency"
                + " from billing.invoice where account_id = ?",
            row ->
                new InvoicesIssued(
                    row.getLong(1),
                    List.of(
                        new InvoiceIssued(
                            row.getLong(2),
                            row.getString(3),
                            row.getLong(4),
                            row.getLong(5),
                            row.getObject(6, LocalDate.class),
                            row.getObject(7, LocalDate.class),
                            row.getBigDecimal(8),
                            row.getString(9)))),
            street.accounts().get(0))
        .orElseThrow();
  }

  private void awaitReleased(Line line, String expected) {
    long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (released(line).compareTo(new BigDecimal(expected)) != 0) {
      if (System.currentTimeMillis() > deadline) {
        throw new AssertionError("Released is " + released(line) + ", not " + expected);
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private BigDecimal released(Line line) {
    return prepaid.amount(
        "select coalesce(sum(amount), 0) from charging.ledger_entry"
            + " where charging_account_id = ? and kind = 'BILLED'",
        line.id());
  }

  private void assertChecked(Line line) {
    long instance = -System.nanoTime();
    system.run(
        () -> {
          ledger.begin(instance);
          assertEquals(0, ledger.compare(instance, line.id() - 1, line.id()).differences());
          ledger.finish(instance);
        });
    prepaid.assertBalanced(line.id());
  }

  private ChargingRequest call(int number, Line line, long seconds) {
    return ChargingRequest.debit(
        session, number, line.number(), ServiceKind.VOICE, MOBILE, seconds);
  }

  private static void assertAmount(String expected, BigDecimal actual) {
    assertEquals(0, new BigDecimal(expected).compareTo(actual), expected + " but " + actual);
  }
}
