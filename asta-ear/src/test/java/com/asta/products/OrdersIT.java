package com.asta.products;

import static com.asta.products.Shelf.today;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.OperatorZone;
import com.asta.common.service.Outbox;
import com.asta.common.service.SystemCaller;
import com.asta.products.rules.BundleMember;
import com.asta.products.rules.FulfilmentKind;
import com.asta.products.rules.OrderStatus;
import com.asta.products.rules.SubscriptionStatus;
import com.asta.products.service.NewOrder;
import com.asta.products.service.NewOrder.Item;
import com.asta.products.service.NewOrder.Member;
import com.asta.products.service.OfferDesignService;
import com.asta.products.service.OrderCard;
import com.asta.products.service.OrderService;
import com.asta.products.service.ProductsRefused;
import com.asta.products.service.ProductsRefused.Reason;
import com.asta.products.service.SubscribedPhase;
import com.asta.products.service.Subscriber;
import com.asta.products.service.SubscriptionCard;
import com.asta.products.service.SubscriptionService;
import com.asta.workflow.event.ProcessCommand;
import com.asta.workflow.service.WorkflowRefused;
import com.asta.workflow.service.WorkflowService;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@ArquillianTest
class OrdersIT {
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  @Resource private ManagedExecutorService threads;
  @Inject private SystemCaller system;
  @Inject private SalesDesk desk;
  @Inject private BackOffice backOffice;
  @Inject private OrderService orders;
  @Inject private OfferDesignService designs;
  @Inject private SubscriptionService subscriptions;
  @Inject private WorkflowService workflow;
  @Inject private Outbox outbox;
  @Inject private Shelf shelf;

  private long account;

  @BeforeEach
  void openAccount() {
    account = shelf.account();
  }

  @Test
  void whatNeedsNoFulfilmentIsActiveAtOnce() {
    long offer = shelf.sold(shelf.code("TV"), FulfilmentKind.NONE, "32.52");

    long id = desk.place(order(new Item(offer, null)));

    assertEquals(OrderStatus.COMPLETED, card(id).status());
    SubscriptionCard held = held().get(0);
    assertEquals(SubscriptionStatus.ACTIVE, held.status());
    assertEquals(today(), held.activatedOn());
    assertEquals("32.5200", held.monthlyNet().toPlainString());
  }

  @Test
  void anOrderForAnOfferNoLongerSoldIsRefused() {
    long offer = shelf.sold(shelf.code("OLD"), FulfilmentKind.NONE, "10.00");
    system.run(() -> designs.retire(offer, today()));

    assertRefused(Reason.OFFER_NOT_SOLD, () -> desk.place(order(new Item(offer, null))));
    assertEquals(List.of(), held());
  }

  @Test
  void aFormPostedTwiceIsOneOrder() throws Exception {
    long offer = shelf.sold(shelf.code("TWICE"), FulfilmentKind.NONE, "10.00");
    NewOrder order = order(new Item(offer, null));
    Callable<Long> post = () -> desk.place(order);

    var both = List.of(threads.submit(post), threads.submit(post));

    assertEquals(both.get(0).get(), both.get(1).get());
    assertEquals(both.get(0).get(), desk.place(order));
    assertEquals(1, held().size());
  }

  @Test
  void aNumberBelongsToOneLivingSubscription() {
    long offer = shelf.sold(shelf.code("MOB"), FulfilmentKind.MOBILE, "20.33");
    String number = shelf.number();
    desk.place(order(new Item(offer, number)));

    assertRefused(Reason.NUMBER_IN_USE, () -> desk.place(order(new Item(offer, number))));
    assertRefused(Reason.NUMBER_MISSING, () -> desk.place(order(new Item(offer, null))));
    assertRefused(Reason.NUMBER_WRONG, () -> desk.place(order(new Item(offer, "12"))));
    assertRefused(
        Reason.NUMBER_REPEATED,
        () -> {
          String other = shelf.number();
          desk.place(order(new Item(offer, other), new Item(offer, other)));
        });
    Subscriber holder =
        system.call(() -> subscriptions.byServiceIds(List.of(number), today())).get(number);
    assertEquals(account, holder.accountId());
  }

  @Test
  void twoOrdersForOneNumberAtTheSameMomentLeaveOneSubscription() throws Exception {
    long offer = shelf.sold(shelf.code("RACE"), FulfilmentKind.MOBILE, "20.33");
    String number = shelf.number();
    Callable<Boolean> post =
        () -> {
          try {
            desk.place(order(new Item(offer, number)));
            return true;
          } catch (ProductsRefused e) {
            return false;
          }
        };

    var both = List.of(threads.submit(post), threads.submit(post));

    assertEquals(1, (both.get(0).get() ? 1 : 0) + (both.get(1).get() ? 1 : 0));
    assertEquals(1, held().size());
  }

  @Test
  void theBundlesPriceCoversItsMembersUpToTheirDefault() {
    String tv = shelf.code("TV");
    String mobile = shelf.code("MOB");
    shelf.sold(tv, FulfilmentKind.NONE, "32.52");
    long extra = shelf.sold(mobile, FulfilmentKind.MOBILE, "28.46");
    long home =
        shelf.bundle(
            "50.00", List.of(new BundleMember(tv, 1, 1, 1), new BundleMember(mobile, 1, 3, 1)));
    Member two = new Member(mobile, 2, List.of(shelf.number(), shelf.number()));

    desk.place(order(new Item(home, null, List.of(two))));

    assertEquals(4, held().size());
    assertEquals(2, held().stream().filter(SubscriptionCard::included).count());
    assertEquals(
        List.of(home, extra), phases().stream().map(SubscribedPhase::offerVersionId).toList());
    Member four = new Member(mobile, 4, List.of());
    assertRefused(
        Reason.MEMBER_QUANTITY, () -> desk.place(order(new Item(home, null, List.of(four)))));
  }

  @Test
  void anUpsellCutsThePhaseAndAResignationEndsIt() {
    long small = shelf.sold(shelf.code("S"), FulfilmentKind.NONE, "10.00");
    long big = shelf.sold(shelf.code("L"), FulfilmentKind.NONE, "20.00");
    desk.place(order(new Item(small, null)));
    long id = held().get(0).id();
    LocalDate change = today().plusDays(10);
    String key = UUID.randomUUID().toString();

    long first = system.call(() -> orders.upsell(id, big, change, key));
    assertEquals(first, system.call(() -> orders.upsell(id, big, change, key)));
    system.call(() -> orders.resign(id, today().plusDays(20), UUID.randomUUID().toString()));

    LocalDate end = today().plusDays(20);
    assertEquals(
        List.of(
            new SubscribedPhase(id, account, small, today(), change, null, today(), end, Set.of()),
            new SubscribedPhase(id, account, big, change, end, null, today(), end, Set.of())),
        phases());
    assertRefused(
        Reason.ALREADY_ENDING,
        () -> system.call(() -> orders.resign(id, today().plusDays(9), "again-" + key)));
    assertRefused(
        Reason.ALREADY_ENDING,
        () -> system.call(() -> orders.upsell(id, big, today().plusDays(12), "more-" + key)));
  }

  @Test
  void anAccountIsBarredAndUnbarredAsAWhole() {
    long offer = shelf.sold(shelf.code("BAR"), FulfilmentKind.NONE, "10.00");
    desk.place(order(new Item(offer, null), new Item(offer, null)));

    system.run(() -> subscriptions.barAccounts(List.of(account), "Level 3"));
    system.run(() -> subscriptions.barAccounts(List.of(account), "Level 3"));
    assertTrue(held().stream().allMatch(each -> each.status() == SubscriptionStatus.BARRED));

    system.run(() -> subscriptions.unbarAccounts(List.of(account), "Level 3"));
    assertTrue(held().stream().allMatch(each -> each.status() == SubscriptionStatus.ACTIVE));
  }

  @Test
  void fibreWaitsForItsProcessAndARepeatedCommandActivatesOnce() throws Exception {
    long offer = shelf.sold(shelf.code("FIBRE"), FulfilmentKind.FIBRE, "56.91");
    long id = desk.place(order(new Item(offer, null)));
    String key = "order-" + id;
    assertEquals(OrderStatus.IN_PROGRESS, card(id).status());
    assertEquals(List.of(), held());
    assertTrue(system.call(() -> workflow.isRunning(key)));

    system.run(() -> command(id, key));
    system.run(() -> command(id, key));

    long end = System.nanoTime() + PATIENCE_NANOS;
    while (card(id).status() != OrderStatus.COMPLETED && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    system.run(() -> orders.activate(id, OperatorZone.startOf(today())));
    assertEquals(1, held().size());
    assertRefused(
        Reason.WRONG_STATE, () -> system.run(() -> orders.cancel(id, "Too late to change")));
    giveUp(key);
  }

  /**
   * The engine may be moving the process at the same moment; then the second to come is refused.
   */
  private void giveUp(String key) throws InterruptedException {
    for (int i = 0; i < 20; i++) {
      try {
        system.run(() -> workflow.cancel(key, "The test is over"));
        return;
      } catch (WorkflowRefused movedMeanwhile) {
        Thread.sleep(100);
      }
    }
  }

  @Test
  void aCancelledOrderCannotBeActivated() throws Exception {
    long offer = shelf.sold(shelf.code("FIBRE"), FulfilmentKind.FIBRE, "56.91");
    long id = desk.place(order(new Item(offer, null)));

    shelf.cancel(id);

    assertEquals(OrderStatus.CANCELLED, card(id).status());
    assertRefused(
        Reason.WRONG_STATE,
        () -> system.run(() -> orders.activate(id, OperatorZone.startOf(today()))));
    assertEquals(List.of(), held());
  }

  @Test
  void onlyThoseWhoSellMayPlaceAnOrder() {
    long offer = shelf.sold(shelf.code("ROLE"), FulfilmentKind.NONE, "10.00");
    NewOrder order = order(new Item(offer, null));

    assertThrows(EJBAccessException.class, () -> backOffice.place(order));
    assertThrows(EJBAccessException.class, () -> desk.takeOver(order));
    assertEquals(List.of(), held());
  }

  private void command(long id, String key) {
    outbox.sendToTopic(
        "asta.workflow.commands",
        "ActivateOrder",
        new ProcessCommand("ActivateOrder", key, Map.of("orderId", id)));
  }

  private NewOrder order(Item... items) {
    return new NewOrder(UUID.randomUUID().toString(), account, List.of(items), today());
  }

  private OrderCard card(long id) {
    return system.call(() -> orders.order(id));
  }

  private List<SubscriptionCard> held() {
    return system.call(() -> subscriptions.ofAccounts(List.of(account)));
  }

  private List<SubscribedPhase> phases() {
    return system.call(() -> subscriptions.phases(List.of(account), today(), today().plusYears(1)));
  }

  private static void assertRefused(Reason reason, Executable work) {
    assertEquals(reason, assertThrows(ProductsRefused.class, work).reason());
  }
}
