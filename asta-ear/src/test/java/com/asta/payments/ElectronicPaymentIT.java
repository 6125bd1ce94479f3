package com.asta.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.Money;
import com.asta.common.service.Database;
import com.asta.common.service.SystemCaller;
import com.asta.customers.service.AccountCard;
import com.asta.payments.batch.GatewayJanitor;
import com.asta.payments.rules.AttemptState;
import com.asta.payments.rules.PayChannel;
import com.asta.payments.rules.PaymentMethod;
import com.asta.payments.service.AttemptRow;
import com.asta.payments.service.FinancialAccountService;
import com.asta.payments.service.GatewayNoticeService;
import com.asta.payments.service.LedgerService;
import com.asta.payments.service.NewAttempt;
import com.asta.payments.service.OpenItemRow;
import com.asta.payments.service.PaymentAttemptService;
import com.asta.payments.service.PaymentRow;
import com.asta.payments.service.PaymentService;
import com.asta.payments.service.PaymentsRefused;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Payments through the simulated PayU, which answers as it should and as it should not. */
@ArquillianTest
class ElectronicPaymentIT {
  @Resource private ManagedExecutorService executor;
  @Inject private SystemCaller system;
  @Inject private Debt debt;
  @Inject private PaymentAttemptService attempts;
  @Inject private GatewayNoticeService notices;
  @Inject private GatewayJanitor janitor;
  @Inject private PaymentService payments;
  @Inject private FinancialAccountService accounts;
  @Inject private LedgerService ledger;
  @Inject private Database database;

  @AfterEach
  void theBookBalancesAndTheSimulatorWasSatisfied() {
    PayuControl.nextOrder("NORMAL");
    assertEquals("[]", PayuControl.faults());
    long check = system.call(ledger::check);
    assertEquals(List.of(), system.call(() -> ledger.faults(check)));
  }

  @Test
  void aPaidOrderIsOnePaymentThatSettlesTheChosenInvoices() {
    AccountCard account = debt.customer("Zaplata" + Debt.serial());
    OpenItemRow later = owed(account, "40.00", 20);
    OpenItemRow sooner = owed(account, "60.00", 10);
    AttemptRow begun = pay(account, PayChannel.PAGE, later);
    assertEquals(AttemptState.PENDING, begun.state());
    assertTrue(begun.pageUrl().contains("/pay/"), begun.pageUrl());
    assertNull(begun.paymentId());

    PayuControl.set(begun.externalId(), "COMPLETED");
    assertEquals(200, PayuControl.tell(begun.externalId(), "GOOD"));
    AttemptRow paid = row(begun);
    assertEquals(AttemptState.COMPLETED, paid.state());
    PaymentRow payment = system.call(() -> payments.payment(paid.paymentId()));
    assertEquals(PaymentMethod.ONLINE, payment.method());
    assertEquals(pln("40"), payment.amount());
    assertEquals(List.of(sooner.number()), open(account), "the chosen one is paid");

    // told again, and an earlier state late
    assertEquals(200, PayuControl.tell(begun.externalId(), "GOOD"));
    PayuControl.set(begun.externalId(), "PENDING");
    assertEquals(200, PayuControl.tell(begun.externalId(), "GOOD"));
    assertEquals(AttemptState.COMPLETED, row(begun).state());
    assertEquals(1, paymentsOf(begun));
    assertEquals(2, system.call(() -> attempts.notices(begun.id())).size(), "each told once");
  }

  @Test
  void aTimeOutIsNotKnowingAndBlocksASecondAttemptUntilItIsTold() {
    AccountCard account = debt.customer("Cisza" + Debt.serial());
    OpenItemRow item = owed(account, "33.00", 10);
    PayuControl.nextOrder("LATE");
    AttemptRow begun = pay(account, PayChannel.BLIK, item);
    assertEquals(AttemptState.UNKNOWN, begun.state());
    PaymentsRefused second =
        assertThrows(PaymentsRefused.class, () -> pay(account, PayChannel.PAGE, item));
    assertEquals(Reason.ATTEMPT_OPEN, second.reason());

    PayuControl.set(begun.externalId(), "COMPLETED");
    assertEquals(200, PayuControl.tell(begun.externalId(), "GOOD"));
    assertEquals(AttemptState.COMPLETED, row(begun).state());
    assertEquals(PaymentMethod.BLIK, row(begun).method());
    assertEquals(List.of(), open(account));
    assertEquals(1, paymentsOf(begun));
  }

  @Test
  void aNotificationMayComeBeforeTheAnswer() {
    AccountCard account = debt.customer("Szybko" + Debt.serial());
    OpenItemRow item = owed(account, "12.30", 10);
    PayuControl.nextOrder("TELL_FIRST");
    AttemptRow begun = pay(account, PayChannel.BLIK, item);
    assertEquals(AttemptState.COMPLETED, begun.state());
    assertEquals(1, paymentsOf(begun));
  }

  @Test
  void theJanitorResolvesWhatIsNotKnown() {
    AccountCard paying = debt.customer("Pyta" + Debt.serial());
    AccountCard refusing = debt.customer("Pyta" + Debt.serial());
    AccountCard lost = debt.customer("Pyta" + Debt.serial());
    OpenItemRow one = owed(paying, "10.00", 10);
    OpenItemRow two = owed(refusing, "20.00", 10);
    OpenItemRow three = owed(lost, "30.00", 10);
    PayuControl.nextOrder("LATE");
    AttemptRow completed = pay(paying, PayChannel.BLIK, one);
    PayuControl.nextOrder("LATE");
    AttemptRow rejected = pay(refusing, PayChannel.BLIK, two);
    PayuControl.nextOrder("LOST");
    AttemptRow never = pay(lost, PayChannel.BLIK, three);
    assertEquals(
        List.of(AttemptState.UNKNOWN, AttemptState.UNKNOWN, AttemptState.UNKNOWN),
        List.of(completed.state(), rejected.state(), never.state()));

    PayuControl.set(completed.externalId(), "COMPLETED");
    PayuControl.set(rejected.externalId(), "CANCELED");
    due(completed);
    due(rejected);
    due(never);
    janitor.run();
    await(completed, AttemptState.COMPLETED);
    await(rejected, AttemptState.CANCELLED);
    await(never, AttemptState.CANCELLED);
    assertEquals(List.of(), open(paying));
    assertEquals(List.of(two.number()), open(refusing));
    assertEquals(List.of(three.number()), open(lost), "what never arrived was not paid");

    // and the customer may try again
    AttemptRow again = pay(lost, PayChannel.PAGE, three);
    assertEquals(AttemptState.PENDING, again.state());
  }

  @Test
  void itIsGivenUpVisiblyAndAPersonMayAsk() {
    AccountCard account = debt.customer("Uparty" + Debt.serial());
    AttemptRow begun = pay(account, PayChannel.PAGE, owed(account, "44.00", 10));
    PayuControl.deaf(true);
    database.update(
        "update payments.payment_attempt set asked = 13, next_ask_at = now() where id = ?",
        begun.id());
    janitor.run();
    await(begun, AttemptState.UNKNOWN);
    assertTrue(row(begun).givenUp());
    PayuControl.deaf(false);
    PayuControl.set(begun.externalId(), "COMPLETED");
    AttemptRow asked = system.call(() -> attempts.askNow(begun.id()));
    assertEquals(AttemptState.COMPLETED, asked.state());
    assertNotNull(asked.paymentId());
  }

  @Test
  void aWrongSignatureIsRefusedAndStoresNothing() {
    AccountCard account = debt.customer("Obcy" + Debt.serial());
    AttemptRow begun = pay(account, PayChannel.PAGE, owed(account, "5.00", 10));
    long before = system.call(notices::rejected);
    PayuControl.set(begun.externalId(), "COMPLETED");
    assertEquals(403, PayuControl.tell(begun.externalId(), "WRONG"));
    assertEquals(403, PayuControl.tell(begun.externalId(), "MD5"), "MD5 is not taken");
    assertEquals(before + 2, system.call(notices::rejected));
    assertEquals(AttemptState.PENDING, row(begun).state());
    assertEquals(List.of(), system.call(() -> attempts.notices(begun.id())));
  }

  @Test
  void moneyThatIsReservedIsTaken() {
    AccountCard account = debt.customer("Rezerw" + Debt.serial());
    AttemptRow begun = pay(account, PayChannel.PAGE, owed(account, "21.00", 10));
    PayuControl.set(begun.externalId(), "WAITING_FOR_CONFIRMATION");
    assertEquals(
        AttemptState.WAITING_FOR_CONFIRMATION,
        system.call(() -> attempts.askNow(begun.id())).state());
    assertEquals(AttemptState.COMPLETED, system.call(() -> attempts.askNow(begun.id())).state());
  }

  @Test
  void anOrderOfAnotherAmountIsNoPaymentAndAPersonSeesIt() {
    AccountCard account = debt.customer("Inna" + Debt.serial());
    AttemptRow begun = pay(account, PayChannel.PAGE, owed(account, "22.00", 10));
    PayuControl.setAmount(begun.externalId(), "100");
    assertEquals(200, PayuControl.tell(begun.externalId(), "GOOD"));
    assertEquals(AttemptState.UNKNOWN, row(begun).state());
    assertEquals("AMOUNT_DIFFERS", row(begun).failure());
    assertEquals(0, paymentsOf(begun));
  }

  @Test
  void whatIsNotTheProvidersIsRefused() throws Exception {
    assertEquals(413, send("PAYU", 70_000));
    assertEquals(403, send("PAYU", 2));
    assertEquals(403, send("DEMO", 2), "nothing comes from outside");
    assertEquals(403, send("OTHER", 2));
  }

  private static int send(String gateway, int bytes) throws Exception {
    String server = "http://localhost:" + System.getProperty("asta.http.port");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server + "/rest/gateway/" + gateway + "/notification"))
            .header("OpenPayU-Signature", "signature=00;algorithm=SHA-256")
            .POST(HttpRequest.BodyPublishers.ofString("x".repeat(bytes)))
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void manyNotificationsAtOnceAreOnePaymentAndOnePosting() throws Exception {
    AccountCard account = debt.customer("Naraz" + Debt.serial());
    AttemptRow begun = pay(account, PayChannel.PAGE, owed(account, "77.00", 10));
    PayuControl.set(begun.externalId(), "COMPLETED");
    List<Future<Integer>> told = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      told.add(executor.submit(() -> PayuControl.tell(begun.externalId(), "GOOD")));
      told.add(
          executor.submit(
              () -> {
                system.run(() -> attempts.askNow(begun.id()));
                return 200;
              }));
    }
    for (Future<Integer> each : told) {
      assertEquals(200, each.get());
    }
    assertEquals(1, paymentsOf(begun));
    assertEquals(
        1,
        database.number(
            "select count(*) from payments.ledger_transaction where account_id = ?"
                + " and kind = 'PAYMENT'",
            account.id()));
  }

  @Test
  void theSameKeyPaysOnceAndAnotherPayloadIsAConflict() throws Exception {
    AccountCard account = debt.customer("Klucz" + Debt.serial());
    OpenItemRow one = owed(account, "8.00", 10);
    OpenItemRow other = owed(account, "9.00", 11);
    String key = UUID.randomUUID().toString();
    List<Future<AttemptRow>> clicked = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      clicked.add(executor.submit(() -> pay(account, PayChannel.PAGE, key, one)));
    }
    long id = clicked.get(0).get().id();
    for (Future<AttemptRow> each : clicked) {
      assertEquals(id, each.get().id());
    }
    PaymentsRefused conflict =
        assertThrows(PaymentsRefused.class, () -> pay(account, PayChannel.PAGE, key, other));
    assertEquals(Reason.KEY_REUSED, conflict.reason());
  }

  @Test
  void whatIsGivenUpAtTheProviderMayBeTriedAgain() {
    AccountCard account = debt.customer("Rezygn" + Debt.serial());
    OpenItemRow item = owed(account, "15.00", 10);
    AttemptRow begun = pay(account, PayChannel.PAGE, item);
    AttemptRow cancelled = system.call(() -> attempts.cancel(begun.id()));
    assertEquals(AttemptState.CANCELLED, cancelled.state());
    AttemptRow refused = pay(account, PayChannel.BLIK, "000000", item);
    assertEquals(AttemptState.REJECTED, refused.state());
    assertEquals("BUSINESS_ERROR", refused.failure());
    assertEquals(AttemptState.PENDING, pay(account, PayChannel.PAGE, item).state());
  }

  @Test
  void whatCannotBePaidIsRefused() {
    AccountCard account = debt.customer("Odmowa" + Debt.serial());
    OpenItemRow item = owed(account, "15.00", 10);
    AccountCard other = debt.customer("Odmowa" + Debt.serial());
    assertEquals(
        Reason.NOT_A_BLIK_CODE, refused(() -> pay(account, PayChannel.BLIK, "12345", item)));
    assertEquals(Reason.NO_SUCH_CARD, refused(() -> pay(account, PayChannel.CARD, item)));
    assertEquals(Reason.NOTHING_CHOSEN, refused(() -> pay(account, PayChannel.PAGE)));
    NewAttempt foreign = wish(account, PayChannel.PAGE, null, item);
    assertEquals(
        Reason.NO_SUCH_ACCOUNT,
        refused(() -> system.call(() -> attempts.payFor(other.customerId(), foreign))));
    assertThrows(EJBAccessException.class, () -> attempts.payMine(foreign));
    assertThrows(EJBAccessException.class, () -> attempts.askNow(1));
  }

  private static Reason refused(org.junit.jupiter.api.function.Executable work) {
    return (Reason) assertThrows(PaymentsRefused.class, work).reason();
  }

  private void await(AttemptRow attempt, AttemptState state) {
    Eventually.get(
        state + " of " + attempt.externalId(),
        () -> java.util.Optional.of(row(attempt)).filter(row -> row.state() == state));
  }

  private void due(AttemptRow attempt) {
    database.update(
        "update payments.payment_attempt set next_ask_at = now() - interval '1 minute'"
            + " where id = ?",
        attempt.id());
  }

  private OpenItemRow owed(AccountCard account, String amount, int dueInDays) {
    String number = debt.invoice(account, amount, dueInDays);
    return Eventually.get(
        number,
        () ->
            system.call(() -> accounts.openItems(account.id())).stream()
                .filter(item -> item.number().equals(number))
                .findFirst());
  }

  private List<String> open(AccountCard account) {
    return system.call(() -> accounts.openItems(account.id())).stream()
        .map(OpenItemRow::number)
        .toList();
  }

  private AttemptRow pay(AccountCard account, PayChannel channel, OpenItemRow... items) {
    return pay(account, channel, "123456", items);
  }

  private AttemptRow pay(
      AccountCard account, PayChannel channel, String codeOrKey, OpenItemRow... items) {
    NewAttempt wish = wish(account, channel, codeOrKey, items);
    return system.call(() -> attempts.payFor(account.customerId(), wish));
  }

  private static NewAttempt wish(
      AccountCard account, PayChannel channel, String codeOrKey, OpenItemRow... items) {
    boolean key = codeOrKey != null && codeOrKey.length() > 6;
    return new NewAttempt(
        key ? codeOrKey : UUID.randomUUID().toString(),
        account.id(),
        java.util.Arrays.stream(items).map(OpenItemRow::id).toList(),
        channel,
        channel == PayChannel.BLIK ? codeOrKey : null,
        false,
        "pl",
        "127.0.0.1");
  }

  private AttemptRow row(AttemptRow attempt) {
    return system.call(() -> attempts.attempt(attempt.id()));
  }

  private long paymentsOf(AttemptRow attempt) {
    return database.number(
        "select count(*) from payments.payment where reference = ?", attempt.externalId());
  }

  private static Money pln(String amount) {
    return Money.of(amount, "PLN");
  }
}
