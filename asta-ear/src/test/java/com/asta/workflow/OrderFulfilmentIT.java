package com.asta.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.service.Json;
import com.asta.common.service.Roles;
import com.asta.common.service.Suspense;
import com.asta.common.service.SystemCaller;
import com.asta.warehouse.StockRoom;
import com.asta.warehouse.WarehouseClerk;
import com.asta.warehouse.rules.StockStatus;
import com.asta.warehouse.service.StockService;
import com.asta.workflow.event.ProcessReply;
import com.asta.workflow.event.ProvisionService;
import com.asta.workflow.rules.StepState;
import com.asta.workflow.service.HistoryEntry;
import com.asta.workflow.service.IncidentCard;
import com.asta.workflow.service.ProcessStatus;
import com.asta.workflow.service.WorkItem;
import com.asta.workflow.service.WorkflowRefused;
import com.asta.workflow.service.WorkflowService;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ArquillianTest
class OrderFulfilmentIT {
  private static final AtomicLong ORDERS =
      new AtomicLong(900_000_000 + System.nanoTime() % 10_000_000);

  @Resource(lookup = "java:/ConnectionFactory")
  private ConnectionFactory broker;

  @Resource private UserTransaction transaction;
  @Resource private ManagedExecutorService threads;

  @Inject private SystemCaller system;
  @Inject private WorkflowService workflow;
  @Inject private WarehouseClerk clerk;
  @Inject private StockRoom stockRoom;
  @Inject private StockService stock;
  @Inject private Suspense suspense;

  private Network network;
  private long order;
  private String key;

  @BeforeEach
  void silenceTheSimulator() {
    NetworkSimulator.silence();
    network = new Network(broker);
    order = ORDERS.incrementAndGet();
    key = "order-" + order;
  }

  @AfterEach
  void resumeTheSimulator() {
    NetworkSimulator.resume();
  }

  @Test
  void anOrderGoesFromTheShelfToTheNetworkToActivation() throws Exception {
    String serial = stockRoom.receiveOne(order);
    start();

    ship(serial);

    ProvisionService command = network.command(key);
    assertEquals(new ProvisionService(order, key, 7, 8, serial, 1), command);
    network.answers("{\"orderId\": " + order + ", \"result\": \"DONE\"}");
    finish();
    assertEquals(StockStatus.SHIPPED, item(serial));
    assertEquals(
        List.of(StepState.DONE, StepState.DONE, StepState.DONE, StepState.DONE),
        picture().steps().stream().map(step -> step.state()).toList());
  }

  @Test
  void anEmptyShelfIsAnIncidentThatIsRetriedAfterADelivery() throws Exception {
    String model = stockRoom.newModel(order);
    start();
    IncidentCard incident = incident();
    assertEquals("reserve-stock", incident.stepId());
    assertEquals("No router " + model + " is available in stock", incident.reason());

    String serial = stockRoom.receive(model, order);
    system.run(() -> workflow.retry(incident.id()));

    ship(serial);
    assertEquals(1, network.command(key).attempt());
  }

  @Test
  void aFailedAnswerIsAnIncidentWithItsReasonAndARetryAsksAgain() throws Exception {
    toTheNetwork();
    network.answers(
        "{\"orderId\": " + order + ", \"result\": \"FAILED\", \"reason\": \"Port 4/17 is dead\"}");

    IncidentCard incident = incident();
    assertEquals("Port 4/17 is dead", incident.reason());
    assertEquals(ProcessStatus.INCIDENT, picture().status());
    assertEquals(StepState.FAILED, picture().states().get("provision-service"));

    system.run(() -> workflow.retry(incident.id()));

    assertEquals(2, network.command(key).attempt());
    network.answers("{\"orderId\": " + order + ", \"result\": \"DONE\"}");
    finish();
    assertTrue(
        system.call(() -> workflow.history(key)).stream()
            .anyMatch(entry -> entry.what() == HistoryEntry.What.FAILED));
  }

  @Test
  void anAnswerThatIsNotJsonIsAnIncidentOfTheOrderItNames() throws Exception {
    toTheNetwork();

    network.answers("OK, done!", key);

    assertEquals("The answer is not JSON: “OK, done!”", incident().reason());
  }

  @Test
  void anAnswerThatNamesNoOrderIsPutInSuspense() throws Exception {
    String body = "<done order='" + order + "'/>";

    network.answers(body);

    Network.await("suspense", () -> suspended(body, "UNREADABLE_ANSWER"));
    String stranger = "{\"orderId\": " + order + ", \"result\": \"DONE\"}";
    network.answers(stranger);
    Network.await("suspense", () -> suspended(stranger, "UNKNOWN_ORDER"));
  }

  @Test
  void aRepeatedAnswerChangesNothing() throws Exception {
    toTheNetwork();
    String done = "{\"orderId\": " + order + ", \"result\": \"DONE\"}";
    network.answers(done);
    network.answers(done);
    network.answers("{\"orderId\": " + order + ", \"result\": \"FAILED\", \"reason\": \"late\"}");
    finish();

    assertEquals(
        1,
        system.call(() -> workflow.history(key)).stream()
            .filter(entry -> "provision-service".equals(entry.stepId()))
            .filter(entry -> entry.what() == HistoryEntry.What.FINISHED)
            .count());
  }

  @Test
  void aGivenUpProcessGivesItsDeviceBack() throws Exception {
    String serial = stockRoom.receiveOne(order);
    start();
    Network.await("reserved", () -> item(serial) == StockStatus.RESERVED && task() != null);

    system.run(() -> workflow.cancel(key, "The customer moved away"));

    Network.await("released", () -> item(serial) == StockStatus.AVAILABLE);
    assertEquals(ProcessStatus.CANCELLED, picture().status());
    assertNull(task());
  }

  @Test
  void whoGivesUpAProcessThatMovesInTheSameMomentIsToldSo() throws Exception {
    stockRoom.receiveOne(order);
    start();
    Network.await("pick task of " + key, () -> task() != null);
    transaction.begin();
    system.run(() -> workflow.cancel(key, "The customer moved away"));

    CompletableFuture<WorkflowRefused> second =
        CompletableFuture.supplyAsync(
            () ->
                assertThrows(
                    WorkflowRefused.class,
                    () -> system.run(() -> workflow.cancel(key, "A second clerk"))),
            threads);
    assertThrows(TimeoutException.class, () -> second.get(500, TimeUnit.MILLISECONDS));
    transaction.commit();

    assertEquals(WorkflowRefused.Reason.MOVED_ON, second.get(20, TimeUnit.SECONDS).reason());
    assertEquals(ProcessStatus.CANCELLED, picture().status());
  }

  private void start() {
    system.run(
        () ->
            workflow.start(
                "order-fulfilment",
                key,
                Map.of(
                    "orderId",
                    order,
                    "accountId",
                    7L,
                    "customerId",
                    8L,
                    "deviceModel",
                    stockRoom.modelOf(order))));
  }

  private void toTheNetwork() throws Exception {
    String serial = stockRoom.receiveOne(order);
    start();
    ship(serial);
    network.command(key);
  }

  private void ship(String serial) throws InterruptedException {
    Network.await("pick task of " + key, () -> task() != null);
    clerk.ship(task().id(), serial.toLowerCase(java.util.Locale.ROOT));
  }

  /** Plays products, unless products itself was faster. */
  private void finish() throws InterruptedException {
    Network.await("activation of " + key, () -> picture().states().containsKey("activate-order"));
    network.send(
        "asta.workflow.replies",
        Json.write(
            new ProcessReply("ActivateOrder", key, ProcessReply.Outcome.DONE, null, Map.of())),
        null);
    Network.await("end of " + key, () -> picture().status() == ProcessStatus.COMPLETED);
  }

  private IncidentCard incident() throws InterruptedException {
    Network.await("incident of " + key, () -> !incidents().isEmpty());
    return incidents().get(0);
  }

  private List<IncidentCard> incidents() {
    return system.call(() -> workflow.incidentsOf(key));
  }

  private WorkItem task() {
    return system.call(() -> workflow.tasks(List.of(Roles.WAREHOUSE), 0, 500)).stream()
        .filter(item -> item.businessKey().equals(key))
        .findFirst()
        .orElse(null);
  }

  private com.asta.workflow.service.ProcessPicture picture() {
    return system.call(() -> workflow.picture(key));
  }

  private StockStatus item(String serial) {
    return system.call(() -> stock.bySerial(serial)).orElseThrow().status();
  }

  private boolean suspended(String body, String reason) {
    return system.call(() -> suspense.open("workflow", 0, 100)).stream()
        .anyMatch(entry -> body.equals(entry.raw()) && reason.equals(entry.reason()));
  }
}
