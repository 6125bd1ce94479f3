package com.asta.charging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.asta.charging.PrepaidTown.Line;
import com.asta.charging.rules.ServiceKind;
import com.asta.charging.service.ChargingAnswer.Granted;
import com.asta.charging.service.ChargingAnswer.Reason;
import com.asta.charging.service.ChargingRequest;
import com.asta.charging.service.ChargingRequest.Type;
import com.asta.charging.service.GroupRequest;
import com.asta.charging.service.PaymentRecharge;
import com.asta.charging.service.RechargeService;
import com.asta.common.service.SystemCaller;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What pays for use: buckets, credit, shared money, refunds, thresholds; 0.30 a started minute. */
@ExtendWith(ArquillianExtension.class)
class ChargingFundsIT {
  private static final String MOBILE = "+48501000001";

  @Inject private PrepaidTown town;
  @Inject private MobileTown mobiles;
  @Inject private RechargeService recharges;
  @Inject private SystemCaller system;

  private String session;

  @BeforeEach
  void name() {
    session = UUID.randomUUID().toString();
  }

  @Test
  void unitsPayBeforeMoneyAndBucketsBeforeTheBalance() {
    Line line = town.open("1.00");
    long money = town.bucket(line.id(), null, "0.40", 1, "VOICE");
    long other = town.bucket(line.id(), null, "9.00", 1, "DATA");
    long abroad = town.bucket(line.id(), "s", "900", 1, "VOICE", "ABROAD");
    long seconds = town.bucket(line.id(), "s", "100", 2, "VOICE", "MOBILE");

    assertAmount("0", town.granted(call(1, line, 60)).amount());
    assertAmount("40", town.inBucket(seconds));
    Granted mixed = town.granted(call(2, line, 220));
    assertAmount("0.90", mixed.amount());
    assertAmount("0", town.inBucket(seconds));
    assertAmount("0", town.inBucket(money));
    assertAmount("0.50", town.balance(line));
    assertAmount("9.00", town.inBucket(other));
    assertAmount("900", town.inBucket(abroad));
    assertEquals(mixed, town.granted(call(2, line, 220)));
    town.assertBalanced(line.id());
  }

  @Test
  void aRefundGoesBackOnceToWhereItCameFrom() {
    Line line = town.open("1.00");
    long seconds = town.bucket(line.id(), "s", "60", 1, "VOICE");
    town.granted(call(1, line, 120));
    assertAmount("0.70", town.balance(line));

    ChargingRequest refund = ChargingRequest.refund(session, 2, line.number(), 1);
    Granted given = town.granted(refund);

    assertAmount("0.30", given.amount());
    assertAmount("1.00", town.balance(line));
    assertAmount("60", town.inBucket(seconds));
    assertEquals(given, town.granted(refund));
    town.refused(Reason.NOT_REFUNDABLE, ChargingRequest.refund(session, 3, line.number(), 1));
    town.refused(Reason.NOT_REFUNDABLE, ChargingRequest.refund(session, 4, line.number(), 99));
    Line other = town.open("1.00");
    town.granted(ChargingRequest.debit(session, 5, line.number(), ServiceKind.VOICE, MOBILE, 120));
    town.refused(Reason.NOT_REFUNDABLE, ChargingRequest.refund(session, 6, other.number(), 5));
    town.assertBalanced(line.id());
  }

  @Test
  void aRefundGivesUnitsOfAnAllowanceBackOnce() throws Exception {
    Line line = town.open("1.00", "tariff_code = '" + mobiles.tariff(false) + "'");
    assertAmount("0", town.granted(call(1, line, 70)).amount());

    assertEquals(
        1,
        town.race(20, i -> ChargingRequest.refund(session, 10 + i, line.number(), 1)),
        "a free call was given back more than once");

    assertAmount("0", town.granted(call(40, line, 100)).amount());
    assertAmount("0.30", town.granted(call(41, line, 60)).amount());
    town.granted(ChargingRequest.refund(session, 42, line.number(), 40));
    assertAmount("0", town.granted(call(43, line, 100)).amount());
    Line other = town.open("1.00", "tariff_code = '" + mobiles.tariff(false) + "'");
    town.refused(Reason.NOT_REFUNDABLE, ChargingRequest.refund(session, 44, other.number(), 43));
    town.assertBalanced(line.id());
  }

  @Test
  void whatWasOnTheBillLeavesItWithARefund() {
    Line line = town.open("0.50", "payment_mode = 'HYBRID', credit_limit = 5");
    town.granted(call(1, line, 60));
    town.granted(call(2, line, 120));
    assertAmount("0.40", onBill(line));

    town.granted(ChargingRequest.refund(session, 3, line.number(), 2));

    assertAmount("0.20", town.balance(line));
    assertAmount("0", onBill(line));
    town.assertBalanced(line.id());
  }

  @Test
  void aRechargeLeavesDebtToTheBillAndIsUsedBeforeMoreCredit() {
    Line line = town.open("0.20", "payment_mode = 'HYBRID', credit_limit = 5");
    town.granted(call(1, line, 120));
    assertAmount("-0.40", town.balance(line));
    assertAmount("0.40", onBill(line));

    PaymentRecharge payment =
        new PaymentRecharge(line.id(), new BigDecimal("0.50"), "PLN", "CASH", session);
    assertAmount("0.50", system.call(() -> recharges.byPayment(payment)));
    assertAmount("0.50", system.call(() -> recharges.byPayment(payment)));
    assertAmount("-0.40", town.balance(line));

    town.granted(call(2, line, 60));
    assertAmount("-0.40", town.balance(line));
    assertAmount("0.40", onBill(line));
    town.granted(call(3, line, 60));
    assertAmount("-0.50", town.balance(line));
    assertAmount("0.50", onBill(line));
    town.assertBalanced(line.id());
  }

  @Test
  void whatIsUsedOnCreditGoesToTheBill() {
    Line line = town.open("0.50", "payment_mode = 'HYBRID', credit_limit = 1");
    town.granted(call(1, line, 60));
    assertEquals(0, onBill(line).signum());
    town.granted(call(2, line, 120));
    assertAmount("-0.40", town.balance(line));
    assertAmount("0.40", onBill(line));
    town.refused(Reason.CREDIT_LIMIT, call(3, line, 200));

    town.granted(
        ChargingRequest.session(
            Type.SESSION_INITIAL,
            session + "s",
            1,
            line.number(),
            new GroupRequest("call", ServiceKind.VOICE, MOBILE, 60L, null)));
    town.granted(
        ChargingRequest.session(
            Type.SESSION_TERMINATE,
            session + "s",
            2,
            line.number(),
            GroupRequest.last("call", 60)));
    assertAmount("0.70", onBill(line));
    assertAmount("-0.70", town.balance(line));
    town.assertBalanced(line.id());
  }

  @Test
  void aPostpaidAccountMayOweUpToItsLimit() throws Exception {
    Line line = town.open("0", "payment_mode = 'POSTPAID', credit_limit = 3");
    assertEquals(10, town.race(40, i -> call(i, line, 60)));
    assertAmount("-3.00", town.balance(line));
    assertAmount("3.00", onBill(line));
  }

  @Test
  void aThousandDebitsOfManyMembersEndASharedBucketAtZero() throws Exception {
    long group = town.group();
    long bucket = town.bucket(group, null, "150.00", 1, null);
    List<Line> members = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      members.add(town.open("0", "group_id = " + group));
    }

    int granted = town.race(1_000, i -> call(i, members.get(i % members.size()), 60));

    assertEquals(500, granted);
    assertAmount("0", town.inBucket(bucket));
    town.assertBalanced(group);
  }

  @Test
  void aThousandDebitsOfOneAccountEndAtZero() throws Exception {
    Line line = town.open("150.00");
    assertEquals(500, town.race(1_000, i -> call(i, line, 60)));
    assertAmount("0", town.balance(line));
    town.assertBalanced(line.id());
  }

  @Test
  void aMembersOwnBucketIsUsedBeforeTheSharedOne() {
    long group = town.group();
    long shared = town.bucket(group, "s", "600", 1, "VOICE");
    Line line = town.open("1.00", "group_id = " + group);
    long own = town.bucket(line.id(), "s", "30", 9, "VOICE");

    town.granted(call(1, line, 90));

    assertAmount("0", town.inBucket(own));
    assertAmount("540", town.inBucket(shared));
    assertEquals(
        line.id(),
        town.number(
            "select member_id from charging.ledger_entry where bucket_id = ? and kind = 'DEBIT'",
            shared));
  }

  @Test
  void anAccountThatWasChangedElsewhereIsSeenAsItIs() {
    Line line = town.open("5.00");
    town.granted(call(1, line, 60));
    town.run("update charging.charging_account set status = 'BARRED' where id = ?", line.id());
    town.refused(Reason.ACCOUNT_BARRED, call(2, line, 60));
    town.run("update charging.charging_account set status = 'GRACE' where id = ?", line.id());
    town.refused(Reason.ACCOUNT_IN_GRACE, call(3, line, 60));
    town.run(
        "update charging.charging_account set status = 'ACTIVE', balance = 0.30 where id = ?",
        line.id());
    town.granted(call(4, line, 60));
    assertAmount("0", town.balance(line));
    town.refused(Reason.ACCOUNT_BARRED, call(2, line, 60));
  }

  @Test
  void aThresholdIsToldOncePerCrossing() throws Exception {
    Line line = town.open("2.00");
    town.run(
        "insert into charging.balance_threshold (tariff_code, currency, amount)"
            + " values (?, 'PLN', 1.30) on conflict do nothing",
        town.tariff());
    Thread.sleep(6_000);

    town.granted(call(1, line, 60));
    assertEquals(0, told(line));
    town.granted(call(2, line, 120));
    assertEquals(1, told(line));
    town.granted(call(3, line, 60));
    assertEquals(1, told(line));
    town.granted(ChargingRequest.refund(session, 4, line.number(), 2));
    assertEquals(2, told(line));
    town.granted(call(5, line, 60));
    assertEquals(3, told(line));
  }

  private long told(Line line) {
    return town.number(
        "select count(*) from common.outbox where type = 'BalanceThresholdCrossed'"
            + " and body::jsonb ->> 'chargingAccountId' = ?",
        String.valueOf(line.id()));
  }

  private BigDecimal onBill(Line line) {
    return town.amount(
        "select coalesce(sum(rated), 0) from charging.usage_total where account_id = ?",
        line.accountId());
  }

  private ChargingRequest call(int number, Line line, long seconds) {
    return ChargingRequest.debit(
        session, number, line.number(), ServiceKind.VOICE, MOBILE, seconds);
  }

  private static void assertAmount(String expected, BigDecimal actual) {
    assertEquals(0, new BigDecimal(expected).compareTo(actual), expected + " but " + actual);
  }
}
