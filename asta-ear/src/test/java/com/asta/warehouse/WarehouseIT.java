package com.asta.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.service.SystemCaller;
import com.asta.warehouse.rules.DeviceKind;
import com.asta.warehouse.rules.ReceiptCheck.Rejection;
import com.asta.warehouse.rules.StockStatus;
import com.asta.warehouse.service.ItemCard;
import com.asta.warehouse.service.ItemRow;
import com.asta.warehouse.service.NewReceipt;
import com.asta.warehouse.service.PlaceService;
import com.asta.warehouse.service.ReceiptCard;
import com.asta.warehouse.service.ReceivingService;
import com.asta.warehouse.service.Reservation;
import com.asta.warehouse.service.Reservation.OutOfStock;
import com.asta.warehouse.service.Reservation.Reserved;
import com.asta.warehouse.service.ReservationService;
import com.asta.warehouse.service.StockService;
import com.asta.warehouse.service.WarehouseRefused;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ArquillianTest
class WarehouseIT {
  private static final AtomicLong TESTS =
      new AtomicLong(700_000_000 + System.nanoTime() % 10_000_000);

  @Resource private ManagedExecutorService executor;
  @Inject private SystemCaller system;
  @Inject private StockRoom stockRoom;
  @Inject private StockService stock;
  @Inject private PlaceService places;
  @Inject private ReceivingService receiving;
  @Inject private ReservationService reservations;

  private long test;
  private String model;

  @BeforeEach
  void newModel() {
    test = TESTS.incrementAndGet();
    model = stockRoom.newModel(test);
  }

  @Test
  void aDuplicateIsRejectedWithItsReasonAndTheRestGoesOn() {
    stockRoom.receive(model, List.of("S" + test + "1"), true);

    long id =
        stockRoom.receive(
            model, List.of("S" + test + "1", "S" + test + "2", "S" + test + "2", "wrong"), true);

    ReceiptCard receipt = system.call(() -> receiving.receipt(id));
    assertEquals(1, receipt.receipt().accepted());
    assertEquals(
        List.of(Rejection.KNOWN, Rejection.SCANNED_TWICE, Rejection.WRONG_FORMAT),
        receipt.rejects().stream().map(line -> line.rejection()).toList());
    assertEquals(2, stockRow().position().promisable());
  }

  @Test
  void aDeliveryBookedTwiceIsBookedOnce() {
    long place = system.call(() -> places.addLocation("P" + test, "Place", null, true));
    NewReceipt delivery =
        new NewReceipt(
            "key-" + test,
            stockRoom.modelId(model),
            place,
            "WZ/1",
            List.of("S" + test + "1"),
            true);

    long first = system.call(() -> receiving.receive(delivery));
    long second = system.call(() -> receiving.receive(delivery));

    assertEquals(first, second);
    assertEquals(1, stockRow().position().onHand());
    assertEquals(0, stockRow().position().promisable(), "to be inspected first");
  }

  @Test
  void twentyOrdersAtOnceShareEightRoutersWithoutADouble() throws Exception {
    stockRoom.receive(
        model, IntStream.range(0, 8).mapToObj(i -> "S" + test + "0" + i).toList(), true);

    List<Future<Reservation>> answers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String key = "order-" + test + "-" + i;
      answers.add(executor.submit(() -> reserve(key)));
    }

    List<String> serials = new ArrayList<>();
    int refused = 0;
    for (Future<Reservation> answer : answers) {
      if (answer.get() instanceof Reserved device) {
        serials.add(device.serialNumber());
      } else {
        refused++;
      }
    }
    assertEquals(12, refused);
    assertEquals(8, serials.stream().distinct().count());
  }

  @Test
  void whoAsksAgainGetsTheSameDevice() {
    stockRoom.receive(model, List.of("S" + test + "1", "S" + test + "2"), true);

    Reservation first = reserve("order-" + test);

    assertEquals(first, reserve("order-" + test));
    assertEquals(1, stockRow().position().promisable());
  }

  @Test
  void theReturnsShelfIsNotPromised() {
    stockRoom.receive(model, List.of("S" + test + "1"), false);

    assertInstanceOf(OutOfStock.class, reserve("order-" + test));
  }

  @Test
  void aDeviceKeepsItsWholeLife() {
    stockRoom.receive(model, List.of("S" + test + "1"), true);
    ItemRow item = system.call(() -> stock.bySerial("s" + test + "1")).orElseThrow();

    system.run(() -> stock.quarantine(item.id(), "Scratched"));
    system.run(() -> stock.makeAvailable(item.id(), "Only the box"));

    ItemCard card = system.call(() -> stock.item(item.id()));
    assertEquals(
        List.of(StockStatus.AVAILABLE, StockStatus.QUARANTINED, StockStatus.AVAILABLE),
        card.movements().stream().map(ItemCard.Movement::to).toList());
    assertEquals("Scratched", card.movements().get(1).reference());
    WarehouseRefused refused =
        assertThrows(
            WarehouseRefused.class,
            () -> system.run(() -> stock.takeBack(item.id(), 1, "Never left")));
    assertEquals(WarehouseRefused.Reason.MOVE_NOT_ALLOWED, refused.reason());
  }

  @Test
  void theServiceRefusesACallerWithoutARole() {
    assertThrows(EJBAccessException.class, () -> stock.stock());
    assertTrue(system.call(() -> stock.stock()).size() > 0);
  }

  private Reservation reserve(String key) {
    return system.call(() -> reservations.reserve(key, DeviceKind.ROUTER, model));
  }

  private com.asta.warehouse.service.StockRow stockRow() {
    return system.call(() -> stock.stock()).stream()
        .filter(row -> row.code().equals(model))
        .findFirst()
        .orElseThrow();
  }
}
