package com.asta.payments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.Money;
import com.asta.common.service.Database;
import com.asta.common.service.SystemCaller;
import com.asta.customers.service.AccountCard;
import com.asta.payments.batch.AutoPayJob;
import com.asta.payments.batch.GatewayJanitor;
import com.asta.payments.batch.StatementImportJob;
import com.asta.payments.rules.AttemptState;
import com.asta.payments.rules.ProviderRefundState;
import com.asta.payments.rules.StatementWriter;
import com.asta.payments.service.AttemptQuery;
import com.asta.payments.service.AttemptRow;
import com.asta.payments.service.CardRow;
import com.asta.payments.service.LedgerService;
import com.asta.payments.service.NewProviderRefund;
import com.asta.payments.service.OpenItemRow;
import com.asta.payments.service.PaymentAttemptService;
import com.asta.payments.service.PaymentQuery;
import com.asta.payments.service.PaymentRow;
import com.asta.payments.service.PaymentService;
import com.asta.payments.service.PaymentsRefused;
import com.asta.payments.service.PaymentsRefused.Reason;
import com.asta.payments.service.PayoutProposal;
import com.asta.payments.service.ProviderPayoutService;
import com.asta.payments.service.ProviderRefundRow;
import com.asta.payments.service.ProviderRefundService;
import com.asta.payments.service.SavedCardService;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What follows an electronic payment: refunds, chargebacks, saved cards, payouts. */
@ArquillianTest
class ElectronicRefundIT {
  @Resource private ManagedExecutorService executor;
  @Inject private SystemCaller system;
  @Inject private Debt debt;
  @Inject private Payer payer;
  @Inject private PaymentAttemptService attempts;
  @Inject private ProviderRefundService refunds;
  @Inject private ProviderPayoutService payouts;
  @Inject private SavedCardService cards;
  @Inject private PaymentService payments;
  @Inject private StatementImportJob statements;
  @Inject private AutoPayJob autoPay;
  @Inject private GatewayJanitor janitor;
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
  void aPartGoesBackTheWayItCame() {
    AccountCard account = debt.customer("Zwrot" + Debt.serial());
    OpenItemRow item = payer.owes(account, "50.00", 5);
    AttemptRow paid = payer.pays(account, false, item);
    assertEquals(List.of(), payer.open(account));
    ProviderRefundRow begun = refund(paid, "20.00", UUID.randomUUID().toString());
    assertEquals(ProviderRefundState.PENDING, begun.state());
    assertEquals(List.of(item.number()), payer.open(account), "what it settled is open again");
    assertEquals(
        pln("0"),
        system.call(() -> payments.payment(paid.paymentId())).unallocated(),
        "but only as far as it was given back");
    assertEquals(
        Reason.REFUND_OPEN, refused(() -> refund(paid, "1.00", UUID.randomUUID().toString())));

    PayuControl.setRefund(paid.externalId(), "FINALIZED");
    assertEquals(200, PayuControl.tellRefund(paid.externalId()));
    assertEquals(200, PayuControl.tellRefund(paid.externalId()));
    assertEquals(ProviderRefundState.COMPLETED, state(begun));
    assertEquals(
        Reason.REFUND_TOO_HIGH, refused(() -> refund(paid, "30.01", UUID.randomUUID().toString())));
    assertEquals(
        ProviderRefundState.PENDING, refund(paid, "30.00", UUID.randomUUID().toString()).state());
    PaymentRow payment = system.call(() -> payments.payment(paid.paymentId()));
    assertEquals(PaymentRow.State.RETURNED, payment.state());
  }

  @Test
  void aRefundThatTimesOutIsAskedAboutAndPaidBackOnce() {
    AccountCard account = debt.customer("Zwrot" + Debt.serial());
    AttemptRow late = payer.pays(account, false, payer.owes(account, "11.00", 5));
    PayuControl.nextRefund("LATE");
    ProviderRefundRow unknown = refund(late, "11.00", UUID.randomUUID().toString());
    assertEquals(ProviderRefundState.UNKNOWN, unknown.state());
    assertEquals(
        ProviderRefundState.PENDING, system.call(() -> refunds.askNow(unknown.id())).state());
    PayuControl.setRefund(late.externalId(), "FINALIZED");
    database.update(
        "update payments.provider_refund set next_ask_at = now() where id = ?", unknown.id());
    janitor.run();
    Eventually.get(
        "refund",
        () -> Optional.of(state(unknown)).filter(state -> state == ProviderRefundState.COMPLETED));

    AttemptRow lost = payer.pays(account, false, payer.owes(account, "12.00", 5));
    PayuControl.nextRefund("LOST");
    ProviderRefundRow never = refund(lost, "12.00", UUID.randomUUID().toString());
    assertEquals(ProviderRefundState.UNKNOWN, never.state());
    assertEquals(
        ProviderRefundState.PENDING,
        system.call(() -> refunds.askNow(never.id())).state(),
        "it never arrived, so it is sent again");
  }

  @Test
  void whatTheProviderRefusesIsTheCustomersAgain() {
    AccountCard account = debt.customer("Zwrot" + Debt.serial());
    AttemptRow paid = payer.pays(account, false, payer.owes(account, "13.00", 5));
    PayuControl.nextRefund("REFUSED");
    ProviderRefundRow refused = refund(paid, "13.00", UUID.randomUUID().toString());
    assertEquals(ProviderRefundState.REJECTED, refused.state());
    assertEquals("REFUND_NOT_POSSIBLE", refused.failure());
    assertEquals(List.of(), payer.open(account), "it settles its invoice again");
  }

  @Test
  void theSameFormGivesBackOnce() throws Exception {
    AccountCard account = debt.customer("Zwrot" + Debt.serial());
    AttemptRow paid = payer.pays(account, false, payer.owes(account, "14.00", 5));
    String key = UUID.randomUUID().toString();
    List<Future<ProviderRefundRow>> clicked = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      clicked.add(executor.submit(() -> refund(paid, "5.00", key)));
    }
    for (Future<ProviderRefundRow> each : clicked) {
      assertEquals(clicked.get(0).get().id(), each.get().id());
    }
    assertEquals(1, system.call(() -> refunds.ofPayment(paid.paymentId())).size());
    assertEquals(Reason.KEY_REUSED, refused(() -> refund(paid, "6.00", key)));
    assertThrows(EJBAccessException.class, () -> refunds.askNow(1));
  }

  @Test
  void aboveTheLimitASecondPersonDecides() {
    AccountCard account = debt.customer("Zwrot" + Debt.serial());
    OpenItemRow item = payer.owes(account, "500.00", 5);
    AttemptRow paid = payer.pays(account, false, item);
    ProviderRefundRow waits = refund(paid, "200.01", UUID.randomUUID().toString());
    assertEquals(ProviderRefundState.REQUESTED, waits.state());
    assertEquals(List.of(), payer.open(account), "nothing moved yet");
    assertEquals(Reason.REFUND_OWN, refused(() -> system.call(() -> refunds.approve(waits.id()))));
    assertTrue(
        system.call(() -> refunds.waiting(0, 100)).stream()
            .anyMatch(row -> row.id() == waits.id()));
  }

  @Test
  void aChargebackOpensWhatWasPaid() {
    AccountCard account = debt.customer("Obciaz" + Debt.serial());
    OpenItemRow item = payer.owes(account, "15.00", 5);
    AttemptRow paid = payer.pays(account, false, item);
    NewProviderRefund note =
        new NewProviderRefund(
            UUID.randomUUID().toString(), paid.paymentId(), pln("15"), "reklamacja");
    ProviderRefundRow noted = system.call(() -> refunds.chargeBack(note));
    assertEquals(ProviderRefundState.COMPLETED, noted.state());
    assertEquals(List.of(item.number()), payer.open(account));
  }

  @Test
  void aSavedCardPaysOnTheDueDayOnceADay() {
    AccountCard account = debt.customer("Karta" + Debt.serial());
    payer.pays(account, true, payer.owes(account, "16.00", 5));
    system.run(() -> cards.saveWanted(100));
    CardRow card = system.call(() -> cards.ofAccount(account.id())).orElseThrow();
    assertEquals("411111******1111", card.masked());
    assertTrue(card.autoPay());

    OpenItemRow today = payer.owes(account, "17.00", 0);
    OpenItemRow later = payer.owes(account, "18.00", 5);
    system.run(() -> autoPay.start(debt.today()));
    AttemptRow charged = auto(account, 1);
    assertEquals(pln("17"), charged.amount());
    assertTrue(PayuControl.pay(charged.externalId()).endsWith("FIRST"));
    PayuControl.set(charged.externalId(), "CANCELED");
    system.run(() -> attempts.askNow(charged.id()));
    long again = system.call(() -> autoPay.start(debt.today()));
    ended(again);
    assertEquals(List.of(today.number(), later.number()), payer.open(account), "once a day");

    system.run(() -> autoPay.start(debt.today().plusDays(1)));
    AttemptRow retried = auto(account, 2);
    PayuControl.set(retried.externalId(), "COMPLETED");
    assertEquals(200, PayuControl.tell(retried.externalId(), "GOOD"));
    assertEquals(List.of(later.number()), payer.open(account));
    system.run(() -> autoPay.start(debt.today().plusDays(5)));
    assertTrue(PayuControl.pay(auto(account, 3).externalId()).endsWith("STANDARD"));
  }

  @Test
  void aPayoutClearsWhatWasCollectedAndBooksTheFee() {
    AccountCard account = debt.customer("Wyplata" + Debt.serial());
    payer.pays(account, false, payer.owes(account, "300.00", 5));
    long any = incoming("1.00").id();
    Money gross = system.call(() -> payouts.proposal(any, debt.today())).split().gross();
    assertEquals(
        Reason.PAYOUT_IMPLAUSIBLE,
        refused(() -> system.call(() -> payouts.settle(any, debt.today()))));
    PaymentRow line = incoming(gross.minus(pln("4.20")).amount().toPlainString());
    PayoutProposal settled = system.call(() -> payouts.settle(line.id(), debt.today()));
    assertEquals(pln("4.20"), settled.fee());
    assertEquals(
        Reason.NOT_IN_SUSPENSE,
        refused(() -> system.call(() -> payouts.settle(line.id(), debt.today()))));
    assertEquals(
        0,
        system.call(() -> payouts.proposal(any, debt.today())).payments(),
        "nothing waits to be paid out");
  }

  private PaymentRow incoming(String amount) {
    byte[] xml =
        debt.statement(
            "P-" + Debt.serial(),
            new StatementWriter.Transfer(
                "T-" + Debt.serial(),
                pln(amount),
                "PayU S.A.",
                "PAYER" + Debt.serial(),
                "wyplata"));
    long file =
        system.call(
            () -> statements.upload("po-" + Debt.serial() + ".xml", new ByteArrayInputStream(xml)));
    return Eventually.get(
        "payment of file " + file,
        () ->
            system.call(() -> payments.list(PaymentQuery.ofFile(file), 0, 1)).stream().findFirst());
  }

  private AttemptRow auto(AccountCard account, int count) {
    return Eventually.get(
        "attempt " + count,
        () -> {
          List<AttemptRow> auto =
              system
                  .call(() -> attempts.list(new AttemptQuery(null, account.customerId()), 0, 10))
                  .stream()
                  .filter(AttemptRow::autoPay)
                  .toList();
          return auto.size() == count && auto.get(0).state() != AttemptState.NEW
              ? Optional.of(auto.get(0))
              : Optional.empty();
        });
  }

  private void ended(long execution) {
    Eventually.get(
        "job " + execution,
        () ->
            jakarta.batch.runtime.BatchRuntime.getJobOperator()
                        .getJobExecution(execution)
                        .getEndTime()
                    == null
                ? Optional.empty()
                : Optional.of(true));
  }

  private ProviderRefundRow refund(AttemptRow paid, String amount, String key) {
    NewProviderRefund wish =
        new NewProviderRefund(key, paid.paymentId(), pln(amount), "na prośbę klienta");
    return system.call(() -> refunds.refund(wish));
  }

  private ProviderRefundState state(ProviderRefundRow refund) {
    return system.call(() -> refunds.ofPayment(refund.paymentId())).stream()
        .filter(row -> row.id() == refund.id())
        .findFirst()
        .orElseThrow()
        .state();
  }

  private static Reason refused(org.junit.jupiter.api.function.Executable work) {
    return (Reason) assertThrows(PaymentsRefused.class, work).reason();
  }

  private static Money pln(String amount) {
    return Money.of(amount, "PLN");
  }
}
