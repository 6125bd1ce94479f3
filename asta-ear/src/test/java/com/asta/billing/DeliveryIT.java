package com.asta.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.billing.FibreTown.Street;
import com.asta.billing.batch.BillRunJob;
import com.asta.billing.rules.BillDelivery;
import com.asta.billing.rules.DeliveryPlan.Detour;
import com.asta.billing.service.BillRunService;
import com.asta.billing.service.DeliveryRow;
import com.asta.billing.service.DeliveryService;
import com.asta.common.Refusal;
import com.asta.common.service.Database;
import com.asta.common.service.SystemCaller;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** Invoices reach their payers the way their accounts say, once. */
@ArquillianTest
class DeliveryIT {
  private static final int OPERATORS = 4;

  /** Mails of a run leave a minute after it, with the next sweep. */
  private static final long PATIENCE_MILLIS = 150_000;

  @Resource private ManagedThreadFactory threads;
  @Inject private SystemCaller system;
  @Inject private FibreTown town;
  @Inject private BillRunJob job;
  @Inject private BillRunService runs;
  @Inject private DeliveryService deliveries;
  @Inject private DeliveryDesk desk;
  @Inject private Database database;

  @Test
  void everyInvoiceGoesTheWayOfItsAccountOnceHoweverManyPress() throws Exception {
    Street street = town.settle(5);
    List<Long> accounts = street.accounts();
    say(accounts.get(0), BillDelivery.EMAIL);
    say(accounts.get(1), BillDelivery.PAPER);
    say(accounts.get(2), BillDelivery.EMAIL);
    database.update(
        "update customers.contact_medium set valid_to = valid_from where customer_id ="
            + " (select customer_id from customers.account where id = ?)",
        accounts.get(2));
    say(accounts.get(3), BillDelivery.EMAIL);
    database.update(
        "insert into billing.hold (account_id, kind, reason, valid_from, placed_by, placed_at)"
            + " values (?, 'EMAIL', 'Bounces', current_date - 1, 'it', now())",
        accounts.get(3));
    say(accounts.get(4), BillDelivery.SELF_CARE);
    long run = town.trial(street.cycleEnd());
    assertRefused("RUN_NOT_FINAL", () -> system.run(() -> job.deliver(run)));
    town.approve(run);

    assertEquals(List.of("RUN_DELIVERED", "RUN_DELIVERED", "RUN_DELIVERED", "done"), press(run));
    awaitDelivered(run);

    Map<Long, DeliveryRow> tries = new LinkedHashMap<>();
    for (Long account : accounts) {
      List<DeliveryRow> history = system.call(() -> deliveries.history(invoice(account)));
      assertEquals(1, history.size(), () -> "tries of account " + account);
      tries.put(account, history.get(0));
    }
    assertWay(tries.get(accounts.get(0)), BillDelivery.EMAIL, null);
    assertWay(tries.get(accounts.get(1)), BillDelivery.PAPER, null);
    assertWay(tries.get(accounts.get(2)), BillDelivery.PAPER, Detour.NO_ADDRESS);
    assertWay(tries.get(accounts.get(3)), BillDelivery.SELF_CARE, Detour.HELD);
    assertWay(tries.get(accounts.get(4)), BillDelivery.SELF_CARE, null);
    assertEquals(1, mails(accounts.get(0)));
    awaitSent(accounts.get(0));
    assertPrintFile(run, List.of(accounts.get(1), accounts.get(2)));
  }

  @Test
  void anInvoiceIsSentAgainOnceHoweverManyPress() throws Exception {
    Street street = town.settle(1);
    long account = street.accounts().get(0);
    long run = town.trial(street.cycleEnd());
    town.approve(run);
    long invoice = invoice(account);

    assertTrue(desk.mailAgain(invoice, 0));
    assertFalse(desk.mailAgain(invoice, 0), "there is a later try than was seen");
    assertTrue(desk.mailAgain(invoice, 1), "sent again knowingly");
    assertEquals(2, mails(account));
    assertEquals(
        List.of(2, 1),
        system.call(() -> deliveries.history(invoice)).stream().map(DeliveryRow::attempt).toList());
  }

  private void say(long account, BillDelivery way) {
    database.update(
        "update billing.billing_account set delivery = ? where account_id = ?", way, account);
  }

  private long invoice(long account) {
    return database.number("select id from billing.invoice where account_id = ?", account);
  }

  private long mails(long account) {
    return database.number(
        "select count(*) from common.mail where unique_key like 'invoice/' || ? || '/%'",
        invoice(account));
  }

  private List<String> press(long run) throws Exception {
    CountDownLatch ready = new CountDownLatch(OPERATORS);
    List<Future<String>> pressed = new ArrayList<>();
    for (int i = 0; i < OPERATORS; i++) {
      FutureTask<String> task =
          new FutureTask<>(
              () -> {
                ready.countDown();
                ready.await();
                try {
                  system.run(() -> job.deliver(run));
                  return "done";
                } catch (Refusal refusal) {
                  return refusal.reason().name();
                }
              });
      pressed.add(task);
      threads.newThread(task).start();
    }
    List<String> results = new ArrayList<>();
    for (Future<String> each : pressed) {
      results.add(each.get());
    }
    results.sort(null);
    return results;
  }

  private void awaitDelivered(long run) throws InterruptedException {
    long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (system.call(() -> runs.card(run)).deliveredAt() == null) {
      assertTrue(System.currentTimeMillis() < deadline, "the delivery did not end");
      Thread.sleep(100);
    }
  }

  private void awaitSent(long account) throws InterruptedException {
    long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
    long invoice = invoice(account);
    while (!"SENT".equals(system.call(() -> deliveries.history(invoice)).get(0).mailStatus())) {
      assertTrue(
          System.currentTimeMillis() < deadline,
          () -> "the mail: " + system.call(() -> deliveries.history(invoice)));
      Thread.sleep(200);
    }
  }

  private void assertPrintFile(long run, List<Long> accounts) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    desk.print(run, file);
    List<String> names = new ArrayList<>();
    String manifest = "";
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.toByteArray()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] content = zip.readAllBytes();
        names.add(entry.getName());
        if (entry.getName().equals("manifest.csv")) {
          manifest = new String(content, StandardCharsets.UTF_8);
        } else {
          assertEquals("%PDF", new String(content, 0, 4, StandardCharsets.US_ASCII));
        }
      }
    }
    assertEquals(List.of("print-01.pdf", "manifest.csv"), names, "one file of all letters");
    assertTrue(manifest.contains("\r\n1;print-01.pdf;1;1;"), manifest);
    assertTrue(manifest.contains("\r\n2;print-01.pdf;2;1;"), manifest);
    for (Long account : accounts) {
      String number =
          database
              .first(
                  "select number from billing.invoice where account_id = ?",
                  row -> row.getString(1),
                  account)
              .orElseThrow();
      assertTrue(manifest.contains(";" + number + ";"), manifest);
    }
  }

  private static void assertWay(DeliveryRow row, BillDelivery channel, Detour detour) {
    assertEquals(channel, row.channel());
    assertEquals(detour, row.detour());
  }

  private static void assertRefused(String reason, Runnable call) {
    Refusal refusal = assertThrows(Refusal.class, call::run);
    assertEquals(reason, refusal.reason().name());
  }
}
