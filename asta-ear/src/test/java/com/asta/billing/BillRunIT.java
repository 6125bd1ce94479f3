package com.asta.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.billing.FibreTown.Street;
import com.asta.billing.batch.BillRunJob;
import com.asta.billing.model.BillRunStatus;
import com.asta.billing.rules.QuarantineReason;
import com.asta.billing.service.BillRow;
import com.asta.billing.service.BillRunService;
import com.asta.billing.service.BillService;
import com.asta.billing.service.InvoiceQuery;
import com.asta.billing.service.InvoiceRow;
import com.asta.billing.service.InvoiceService;
import com.asta.billing.service.ManualCharges;
import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.Refusal;
import com.asta.common.service.Database;
import com.asta.common.service.SystemCaller;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@ArquillianTest
class BillRunIT {
  private static final int ALL = 1_000;

  @Inject private SystemCaller system;
  @Inject private FibreTown town;
  @Inject private BillRunJob job;
  @Inject private BillRunService runs;
  @Inject private BillService bills;
  @Inject private InvoiceService invoices;
  @Inject private ManualCharges charges;
  @Inject private BillingStranger stranger;
  @Inject private Database database;

  @Test
  void aRepeatedTrialGivesTheSameBills() {
    Street street = town.settle(3);
    long run = town.trial(street.cycleEnd());
    List<String> first = drafts(run);
    assertEquals(3, first.size());

    system.run(() -> job.repeat(run));
    town.await(run, BillRunStatus.REVIEW);

    assertEquals(first, drafts(run));
    assertTrue(first.get(0).contains("ONE_TIME 100 "), first.get(0));
  }

  @Test
  void aBadAccountIsSetAsideAndTheOthersGetNumbersWithoutAGap() {
    Street street = town.settle(4);
    long bad = street.accounts().get(1);
    long charge = wrongCharge(bad, street.cycleEnd());
    long run = town.trial(street.cycleEnd());

    var aside = system.call(() -> runs.quarantined(run, 0, ALL));
    assertEquals(List.of(bad), aside.stream().map(row -> row.accountId()).toList());
    assertEquals(QuarantineReason.VAT_CATEGORY_UNKNOWN, aside.get(0).reason());

    town.approve(run);
    List<Long> numbers = numbers(run);
    assertEquals(3, numbers.size());
    assertEquals(numbers.get(0) + 2, numbers.get(2), "no gap within a run");

    database.update(
        "update billing.manual_charge set vat_category = 'STANDARD' where id = ?", charge);
    long second = town.trial(street.cycleEnd());
    assertEquals(1, drafts(second).size(), "only who has no bill of the cycle");
    town.approve(second);
    assertEquals(List.of(), seriesWithAGap(), "numbers of all runs lie edge to edge");
  }

  @Test
  void anInvoiceIsPublishedOnceAndTheNextBillTakesOnlyWhatIsNew() {
    Street street = town.settle(1);
    long run = town.trial(street.cycleEnd());
    town.approve(run);
    InvoiceRow invoice =
        system
            .call(() -> invoices.list(new InvoiceQuery(null, null, null, run, null), 0, 1))
            .get(0);

    assertEquals(
        1L,
        database.number(
            "select count(*) from common.outbox o, jsonb_array_elements(o.body::jsonb ->"
                + " 'invoices') i where o.type = 'InvoicesIssued'"
                + " and (i ->> 'invoiceId')::bigint = ?",
            invoice.id()));
    assertEquals(
        street.cycle().startingOn(street.cycleEnd()).end(),
        database
            .first(
                "select max(to_date(c ->> 5, 'YYYYMMDD')) from billing.bill b,"
                    + " json_array_elements(b.charged::json) c where b.account_id = ?",
                row -> row.getDate(1).toLocalDate(),
                invoice.accountId())
            .orElseThrow());
    assertTrue(system.call(() -> invoices.pdf(invoice.id())).length > 10_000);
  }

  @Test
  void aRunOverTheSameAccountsIsRefusedWhileOneIsOpen() {
    Street street = town.settle(1);
    long run = town.trial(street.cycleEnd());

    assertRefused("RUN_ALREADY_OPEN", () -> town.trial(street.cycleEnd()));
    system.run(() -> runs.cancel(run));
    long again = town.trial(street.cycleEnd());
    town.approve(again);
    assertRefused("RUN_NOT_IN_REVIEW", () -> system.run(() -> job.approve(again)));
  }

  @Test
  void whereTwoPersonsHaveToAgreeTheStarterDoesNotApprove() {
    Street street = town.settle(1);
    database.update("update billing.policy set approver_differs = true");
    try {
      long run = town.trial(street.cycleEnd());
      assertRefused("SAME_PERSON", () -> system.run(() -> job.approve(run)));
      assertEquals(
          0L, database.number("select count(*) from billing.number_block where run_id = ?", run));
      database.update("update billing.bill_run set started_by = 'somebody' where id = ?", run);
      town.approve(run);
    } finally {
      database.update("update billing.policy set approver_differs = false");
    }
  }

  @Test
  void aPeriodThatHasNotEndedIsNotBilled() {
    LocalDate tomorrow = LocalDate.now(OperatorZone.ID).plusDays(1);
    assertRefused("CYCLE_NOT_ENDED", () -> system.call(() -> runs.start(tomorrow, tomorrow)));
  }

  @Test
  void aChargeEnteredTwiceIsChargedOnce() {
    long account = town.settle(1).accounts().get(0);
    Money fee = Money.of("12.30", "PLN");
    String key = "fee-" + account;
    long first = charge(key, account, fee);

    assertEquals(first, charge(key, account, fee));
    assertRefused("REQUEST_KEY_REUSED", () -> charge(key, account, fee.plus(fee)));
    assertRefused("CURRENCY_DIFFERS", () -> charge(key + "e", account, Money.of("1", "EUR")));
    assertRefused("ACCOUNT_UNKNOWN", () -> charge(key + "u", Long.MAX_VALUE, fee));
  }

  @Test
  void aCustomerSeesNobodyElsesInvoice() {
    Street street = town.settle(1);
    long run = town.trial(street.cycleEnd());
    town.approve(run);
    long invoice = system.call(() -> runs.bills(run, null, 0, 1)).get(0).id();

    assertThrows(EJBAccessException.class, () -> stranger.byStaffDoor(invoice));
    assertRefused("NO_CUSTOMER", () -> stranger.byOwnDoor(invoice));
  }

  private long charge(String key, long account, Money net) {
    return system.call(
        () -> charges.add(key, account, "FEE", net, "Reminder", "Wezwanie", "EXEMPT"));
  }

  /** A charge no tax rate fits, in the cycle that is being billed. */
  private long wrongCharge(long account, LocalDate cycleEnd) {
    long id = charge("wrong-" + account, account, Money.of("5", "PLN"));
    database.update(
        "update billing.manual_charge set vat_category = 'LUXURY', charged_on = ? where id = ?",
        cycleEnd.minusDays(1),
        id);
    return id;
  }

  /** Every bill of a run with its items, in words that compare. */
  private List<String> drafts(long run) {
    return system.call(
        () ->
            runs.bills(run, null, 0, ALL).stream()
                .sorted(Comparator.comparingLong(BillRow::accountId))
                .map(this::words)
                .toList());
  }

  private String words(BillRow row) {
    StringBuilder words = new StringBuilder(row.accountId() + " " + row.gross() + ":");
    bills
        .bill(row.id())
        .items()
        .forEach(
            item ->
                words.append(
                    " %s %s %s;".formatted(item.kind(), item.net().amount(), item.period())));
    return words.toString();
  }

  private List<Long> numbers(long run) {
    return system.call(
        () ->
            invoices.list(new InvoiceQuery(null, null, null, run, null), 0, ALL).stream()
                .map(row -> Long.valueOf(row.number().substring(row.number().lastIndexOf('/') + 1)))
                .sorted()
                .toList());
  }

  /** The series that gave other numbers than one to each document, from 1 on. */
  private List<String> seriesWithAGap() {
    return database
        .rows(
            "select s.series, s.next_number - 1 as given, (select count(*) from billing.invoice"
                + " where seller_nip = s.seller and number like s.series || '/%') as used from billing.number_series s",
            row ->
                row.getLong("given") == row.getLong("used")
                    ? ""
                    : row.getString("series")
                        + ": "
                        + row.getLong("given")
                        + ", used "
                        + row.getLong("used"))
        .stream()
        .filter(gap -> !gap.isEmpty())
        .toList();
  }

  private static void assertRefused(String reason, Executable call) {
    Refusal refusal = assertThrows(Refusal.class, call);
    assertEquals(reason, refusal.reason().name(), refusal.getMessage());
  }
}
