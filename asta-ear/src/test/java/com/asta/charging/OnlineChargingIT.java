package com.asta.charging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.charging.MobileTown.Line;
import com.asta.charging.rules.ServiceKind;
import com.asta.charging.service.ChargingAnswer;
import com.asta.charging.service.ChargingAnswer.Granted;
import com.asta.charging.service.ChargingAnswer.Reason;
import com.asta.charging.service.ChargingAnswer.Refused;
import com.asta.charging.service.ChargingRequest;
import com.asta.charging.service.ChargingService;
import com.asta.charging.service.LedgerRow;
import com.asta.charging.service.PrepaidCard;
import com.asta.charging.service.PrepaidService;
import com.asta.charging.service.PrintedVoucher;
import com.asta.charging.service.VoucherService;
import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.Json;
import com.asta.common.service.SystemCaller;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

@ArquillianTest
class OnlineChargingIT {
  @Resource(lookup = "java:/ConnectionFactory")
  private ConnectionFactory broker;

  @Resource private ManagedExecutorService executor;
  @Inject private SystemCaller system;
  @Inject private MobileTown town;
  @Inject private ChargingService charging;
  @Inject private PrepaidService prepaid;
  @Inject private VoucherService vouchers;

  @Test
  void anAccountIsOpenedRechargedChargedAndRefused() throws Exception {
    Line line = town.sell(true);
    PrepaidCard card = opened(line);
    String session = UUID.randomUUID().toString();

    String pin = voucher("1.00");
    assertGranted("1", "1", handle(ChargingRequest.topUp(session, 1, line.number(), pin)));
    assertGranted("0.6", "0.4", handle(call(session, 2, line, 61)));
    Refused low = refused(Reason.LOW_BALANCE, handle(call(session, 3, line, 61)));
    assertEquals(0, low.balance().compareTo(new BigDecimal("0.4")));
    assertGranted("0.3", "0.1", handle(call(session, 4, line, 60)));
    assertGranted("0", "0.1", handle(ChargingRequest.balanceCheck(session, 5, line.number())));

    List<LedgerRow> ledger = system.call(() -> prepaid.ledger(card.id(), 0, 10));
    assertEquals(
        List.of("DEBIT", "DEBIT", "TOP_UP"), ledger.stream().map(LedgerRow::kind).toList());
    assertTrue(system.call(() -> prepaid.balanced(card.id())));
  }

  @Test
  void aRepeatedRequestGetsTheFirstAnswerAndDebitsOnce() throws Exception {
    Line line = town.sell(true);
    opened(line);
    String session = UUID.randomUUID().toString();
    handle(ChargingRequest.topUp(session, 1, line.number(), voucher("5.00")));
    ChargingAnswer first = handle(call(session, 2, line, 60));

    assertEquals(first, handle(call(session, 2, line, 60)));
    refused(Reason.CONFLICTING_REPEAT, handle(call(session, 2, line, 120)));

    assertGranted("0", "4.7", handle(ChargingRequest.balanceCheck(session, 9, line.number())));
  }

  @Test
  void whatHasNoPriceIsRefusedAndNeverFree() throws Exception {
    Line line = town.sell(true);
    opened(line);
    String session = UUID.randomUUID().toString();
    refused(
        Reason.UNRATED_DESTINATION,
        handle(request(session, 1, line.number(), ServiceKind.VOICE, "+8816000000", 60)));
    refused(
        Reason.UNRATED_SERVICE,
        handle(request(session, 2, line.number(), ServiceKind.MESSAGE, null, 1)));
    refused(
        Reason.UNKNOWN_SUBSCRIBER,
        handle(request(session, 3, "+48999999999", ServiceKind.VOICE, "+48501000000", 60)));
    refused(
        Reason.VOUCHER_UNKNOWN,
        handle(ChargingRequest.topUp(session, 4, line.number(), "1234567812345670")));
  }

  @Test
  void aVoucherRacedByManyIsUsedOnceAndDebitsEndAtZero() throws Exception {
    Line line = town.sell(true);
    PrepaidCard card = opened(line);
    String pin = voucher("3.00");
    assertEquals(
        1, granted(20, i -> ChargingRequest.topUp("race-" + line.number(), i, line.number(), pin)));

    assertEquals(10, granted(30, i -> call("calls-" + line.number(), i, line, 60)));

    PrepaidCard after = system.call(() -> prepaid.account(card.id()));
    assertTrue(after.balance().isZero());
    assertTrue(system.call(() -> prepaid.balanced(card.id())));
  }

  @Test
  void aRequestOverJmsIsAnsweredAndRepeatedGetsTheSame() throws Exception {
    Line line = town.sell(true);
    opened(line);
    String session = UUID.randomUUID().toString();
    handle(ChargingRequest.topUp(session, 1, line.number(), voucher("2.00")));
    String body = Json.write(call(session, 2, line, 60));

    String answer = ask(body);

    assertGranted("0.3", "1.7", Json.read(answer, ChargingAnswer.class));
    assertEquals(answer, ask(body));
    assertGranted("0", "1.7", handle(ChargingRequest.balanceCheck(session, 3, line.number())));
  }

  @Test
  void aMessageThatIsNotARequestIsAnsweredSo() throws Exception {
    for (String body : List.of("this is not JSON", "[]", "{}", "{\"sessionId\": 5}")) {
      Refused refused = assertInstanceOf(Refused.class, Json.read(ask(body), ChargingAnswer.class));
      assertEquals(Reason.MALFORMED, refused.reason());
    }
  }

  private PrepaidCard opened(Line line) throws InterruptedException {
    for (int i = 0; i < 200; i++) {
      List<PrepaidCard> found = system.call(() -> prepaid.ofAccounts(List.of(line.accountId())));
      if (!found.isEmpty()) {
        return found.get(0);
      }
      Thread.sleep(100);
    }
    throw new AssertionError("No prepaid account for " + line);
  }

  private String voucher(String value) {
    String code = "V" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    LocalDate expiry = LocalDate.now(OperatorZone.ID).plusDays(1);
    List<PrintedVoucher> printed =
        system.call(() -> vouchers.generate(code, Money.of(value, "PLN"), 1, expiry));
    return printed.get(0).pin();
  }

  private interface Numbered {
    ChargingRequest request(int number);
  }

  private int granted(int callers, Numbered requests) throws Exception {
    List<Future<ChargingAnswer>> answers = new ArrayList<>();
    for (int i = 1; i <= callers; i++) {
      ChargingRequest request = requests.request(i);
      answers.add(executor.submit(() -> handle(request)));
    }
    int granted = 0;
    for (Future<ChargingAnswer> answer : answers) {
      granted += answer.get() instanceof Granted ? 1 : 0;
    }
    return granted;
  }

  private ChargingAnswer handle(ChargingRequest request) {
    return system.call(() -> charging.handle(request));
  }

  private static ChargingRequest call(String session, int number, Line line, long seconds) {
    return request(session, number, line.number(), ServiceKind.VOICE, "+48501000001", seconds);
  }

  private static ChargingRequest request(
      String session, int number, String subscriber, ServiceKind service, String to, long units) {
    return ChargingRequest.debit(session, number, subscriber, service, to, units);
  }

  private String ask(String body) throws JMSException {
    try (JMSContext context = broker.createContext()) {
      Queue answers = context.createTemporaryQueue();
      TextMessage message = context.createTextMessage(body);
      message.setJMSReplyTo(answers);
      context.createProducer().send(context.createQueue("asta.charging.request"), message);
      try (var consumer = context.createConsumer(answers)) {
        Message answer = consumer.receive(15_000);
        assertEquals(message.getJMSMessageID(), answer.getJMSCorrelationID());
        return answer.getBody(String.class);
      }
    }
  }

  private static void assertGranted(String amount, String balance, ChargingAnswer answer) {
    Granted granted = assertInstanceOf(Granted.class, answer);
    assertEquals(0, granted.amount().compareTo(new BigDecimal(amount)), granted.toString());
    assertEquals(0, granted.balance().compareTo(new BigDecimal(balance)), granted.toString());
  }

  private static Refused refused(Reason reason, ChargingAnswer answer) {
    Refused refused = assertInstanceOf(Refused.class, answer);
    assertEquals(reason, refused.reason());
    return refused;
  }
}
