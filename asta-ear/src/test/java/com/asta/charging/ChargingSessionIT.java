package com.asta.charging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.charging.PrepaidTown.Line;
import com.asta.charging.rules.ServiceKind;
import com.asta.charging.service.ChargingAnswer;
import com.asta.charging.service.ChargingAnswer.Granted;
import com.asta.charging.service.ChargingAnswer.Reason;
import com.asta.charging.service.ChargingRequest;
import com.asta.charging.service.ChargingRequest.Type;
import com.asta.charging.service.GroupAnswer;
import com.asta.charging.service.GroupAnswer.FinalUnit.Action;
import com.asta.charging.service.GroupRequest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sessions of RFC 8506 through the service: 0.30 a started minute, 2.00 a megabyte. */
@ExtendWith(ArquillianExtension.class)
class ChargingSessionIT {
  private static final String MOBILE = "+48501000001";

  @Inject private PrepaidTown town;

  private String session;

  @BeforeEach
  void name() {
    session = UUID.randomUUID().toString();
  }

  @Test
  void aCallIsReservedReportedAndSettled() {
    Line line = town.open("10.00");

    Granted opened = town.granted(initial(line, call(null)));
    GroupAnswer quota = opened.groups().get(0);
    assertEquals(300, quota.grantedUnits());
    assertEquals(900, quota.validitySeconds());
    assertNull(quota.finalUnit());
    assertAmount("8.50", opened.balance());
    assertAmount("1.50", town.reserved(line));

    Granted first = town.granted(update(2, line, GroupRequest.report("call", 290)));
    assertAmount("1.50", first.amount());
    assertNotNull(first.groups().get(0).explanation());
    Granted second = town.granted(update(3, line, GroupRequest.report("call", 20)));
    assertAmount("0.30", second.amount());
    Granted ended = town.granted(terminate(4, line, GroupRequest.last("call", 30)));
    assertAmount("0", ended.amount());
    assertEquals(0, ended.groups().get(0).grantedUnits());
    assertAmount("8.20", ended.balance());

    assertAmount("0", town.reserved(line));
    town.assertBalanced(line.id());
    town.refused(Reason.SESSION_CLOSED, update(5, line, GroupRequest.report("call", 1)));
  }

  @Test
  void theLastQuotaSaysSo() {
    Line line = town.open("0.75");

    GroupAnswer quota = town.granted(initial(line, call(null))).groups().get(0);
    assertEquals(120, quota.grantedUnits());
    assertEquals(Action.TERMINATE, quota.finalUnit().action());
    GroupAnswer none =
        town.granted(update(2, line, GroupRequest.report("call", 120))).groups().get(0);
    assertEquals(Reason.LOW_BALANCE, none.refused());
    assertAmount("0.60", none.charged());
    assertEquals(0, none.grantedUnits());

    assertAmount("0.15", town.balance(line));
    town.refused(
        Reason.LOW_BALANCE,
        ChargingRequest.session(Type.SESSION_INITIAL, session + "b", 1, line.number(), call(60L)));
  }

  @Test
  void severalGroupsAreAnsweredEachForItself() {
    Line line = town.open("5.00");
    GroupRequest data = new GroupRequest("data", ServiceKind.DATA, null, 1_048_576L, null);
    GroupRequest abroad = new GroupRequest("abroad", ServiceKind.VOICE, "+8816000000", null, null);

    Granted opened = town.granted(initial(line, call(120L), data, abroad));
    assertEquals(120, opened.groups().get(0).grantedUnits());
    assertEquals(1_048_576, opened.groups().get(1).grantedUnits());
    assertEquals(Reason.UNRATED_DESTINATION, opened.groups().get(2).refused());
    assertAmount("2.60", town.reserved(line));

    Granted updated =
        town.granted(
            update(2, line, GroupRequest.last("call", 10), GroupRequest.report("data", 100)));
    assertAmount("2.30", updated.amount());
    Granted ended = town.granted(terminate(3, line));
    assertAmount("0", ended.amount());
    assertAmount("2.70", town.balance(line));
    assertAmount("0", town.reserved(line));
    town.assertBalanced(line.id());
  }

  @Test
  void aRepeatGetsTheFirstAnswerAndALateOneIsRefused() {
    Line line = town.open("10.00");
    ChargingAnswer opened = town.handle(initial(line, call(null)));
    ChargingRequest second = update(2, line, GroupRequest.report("call", 60));
    ChargingAnswer answer = town.handle(second);
    town.granted(update(4, line, GroupRequest.report("call", 60)));

    assertEquals(answer, town.handle(second));
    assertEquals(opened, town.handle(initial(line, call(null))));
    town.refused(Reason.CONFLICTING_REPEAT, update(2, line, GroupRequest.report("call", 61)));
    town.refused(Reason.OUT_OF_ORDER, update(3, line, GroupRequest.report("call", 60)));
    assertAmount("9.40", town.balance(line));
    town.refused(
        Reason.SESSION_UNKNOWN,
        ChargingRequest.session(
            Type.SESSION_UPDATE, session + "x", 1, line.number(), GroupRequest.report("call", 1)));
    Line other = town.open("10.00");
    town.refused(Reason.SESSION_UNKNOWN, update(9, other, GroupRequest.report("call", 60)));
  }

  @Test
  void anAbandonedSessionIsClosedWhenItsAccountIsDecided() {
    Line line = town.open("1.50");
    town.granted(initial(line, call(null)));
    town.granted(update(2, line, GroupRequest.report("call", 60)));
    town.refused(Reason.LOW_BALANCE, event(line, 1, 61));
    expire(session);

    Granted debit = town.granted(event(line, 2, 61));

    assertAmount("0.60", debit.balance());
    assertAmount("0", town.reserved(line));
    town.refused(Reason.SESSION_CLOSED, update(3, line, GroupRequest.report("call", 60)));
    town.assertBalanced(line.id());
  }

  @Test
  void anAbandonedSessionIsClosedByTheSweep() throws Exception {
    Line line = town.open("1.50");
    town.granted(initial(line, call(null)));
    expire(session);
    for (int i = 0; i < 200 && town.reserved(line).signum() != 0; i++) {
      Thread.sleep(100);
    }
    assertAmount("0", town.reserved(line));
    assertAmount("1.50", town.balance(line));
    town.assertBalanced(line.id());
  }

  @Test
  void whatOneSessionHoldsNoOtherGets() throws Exception {
    Line line = town.open("3.00");
    int opened =
        town.race(
            40,
            i ->
                ChargingRequest.session(
                    Type.SESSION_INITIAL, session + i, 1, line.number(), call(60L)));
    assertEquals(10, opened);
    assertAmount("3.00", town.reserved(line));
    town.assertBalanced(line.id());
  }

  @Test
  void aReservationIsAnEventInTwoSteps() {
    Line line = town.open("1.00");
    GroupRequest message = new GroupRequest("call", ServiceKind.VOICE, MOBILE, 60L, null);
    town.granted(initial(line, message));
    town.refused(Reason.LOW_BALANCE, event(line, 50, 300));
    Granted ended = town.granted(terminate(2, line, GroupRequest.last("call", 60)));
    assertAmount("0.30", ended.amount());
    assertTrue(town.balance(line).compareTo(new BigDecimal("0.70")) == 0);
  }

  private void expire(String id) {
    town.run(
        "update charging.charging_session set expires_at = now() - interval '1 second'"
            + " where session_id = ?",
        id);
  }

  private ChargingRequest event(Line line, int number, long seconds) {
    return ChargingRequest.debit(
        session + "-event", number, line.number(), ServiceKind.VOICE, MOBILE, seconds);
  }

  private ChargingRequest initial(Line line, GroupRequest... groups) {
    return ChargingRequest.session(Type.SESSION_INITIAL, session, 1, line.number(), groups);
  }

  private ChargingRequest update(int number, Line line, GroupRequest... groups) {
    return ChargingRequest.session(Type.SESSION_UPDATE, session, number, line.number(), groups);
  }

  private ChargingRequest terminate(int number, Line line, GroupRequest... groups) {
    return ChargingRequest.session(Type.SESSION_TERMINATE, session, number, line.number(), groups);
  }

  private static GroupRequest call(Long seconds) {
    return new GroupRequest("call", ServiceKind.VOICE, MOBILE, seconds, null);
  }

  private static void assertAmount(String expected, BigDecimal actual) {
    assertEquals(0, new BigDecimal(expected).compareTo(actual), expected + " but " + actual);
  }
}
