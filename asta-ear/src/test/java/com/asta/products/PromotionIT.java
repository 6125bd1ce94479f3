package com.asta.products;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.service.Database;
import com.asta.common.service.SystemCaller;
import com.asta.products.rules.Discount;
import com.asta.products.rules.DiscountCondition;
import com.asta.products.rules.DiscountKind;
import com.asta.products.rules.DiscountScope;
import com.asta.products.rules.FulfilmentKind;
import com.asta.products.service.NewOrder;
import com.asta.products.service.NewPromotion;
import com.asta.products.service.NotPublishable;
import com.asta.products.service.OfferDesignService;
import com.asta.products.service.OrderService;
import com.asta.products.service.ProductsRefused;
import com.asta.products.service.ProductsRefused.Reason;
import com.asta.products.service.PromotionRow;
import com.asta.products.service.PromotionService;
import com.asta.products.service.SubscriptionService;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Promotion codes: who may redeem them, how often, and together with which others. */
@ArquillianTest
class PromotionIT {
  private static final int CALLERS = 50;

  @Inject private SystemCaller system;
  @Inject private Shelf shelf;
  @Inject private PromotionService promotions;
  @Inject private OfferDesignService designs;
  @Inject private OrderService orders;
  @Inject private SubscriptionService subscriptions;
  @Inject private Database database;

  /** Law: fifty who redeem at once redeem as often as the limit says, and no order else is made. */
  @Test
  void theLimitHoldsUnderARace() throws Exception {
    int limit = 7;
    String code = promoted(limit, false);
    long offer = offer(code);
    List<Callable<Boolean>> callers = new ArrayList<>();
    for (int caller = 0; caller < CALLERS; caller++) {
      long account = shelf.account();
      callers.add(() -> redeems(order(account, offer, code)));
    }
    ExecutorService pool = Executors.newFixedThreadPool(CALLERS);
    int redeemed = 0;
    try {
      for (Future<Boolean> answer : pool.invokeAll(callers)) {
        redeemed += answer.get() ? 1 : 0;
      }
    } finally {
      pool.shutdown();
    }
    assertEquals(limit, redeemed);
    assertEquals(limit, row(code).redeemed());
    assertEquals(
        (long) limit,
        database.number(
            "select count(*) from products.order_item where promotions = ? and status = 'COMPLETED'",
            code));
  }

  @Test
  void theSubscriptionKeepsTheCodeItWasSoldWith() {
    String code = promoted(5, false);
    long account = shelf.account();
    system.call(() -> orders.place(order(account, offer(code), " " + code.toLowerCase())));
    assertEquals(
        Set.of(code),
        system
            .call(
                () ->
                    subscriptions.phases(
                        List.of(account), Shelf.today(), Shelf.today().plusDays(1)))
            .get(0)
            .promotions());
  }

  @Test
  void aCodeIsRefusedWithTheReason() {
    String code = promoted(5, false);
    String alone = promoted(5, true);
    String gone = promoted(5, false);
    system.run(() -> promotions.stop(row(gone).id()));
    long offer = offer(code, alone, gone);
    long account = shelf.account();
    assertRefused(Reason.PROMOTION_UNKNOWN, () -> place(account, offer, "IT-NOBODY"));
    assertRefused(Reason.PROMOTION_NOT_VALID, () -> place(account, offer, gone));
    assertRefused(Reason.PROMOTION_EXCLUSIVE, () -> place(account, offer, code, alone));
    long plain = shelf.sold(shelf.code("PLAIN"), FulfilmentKind.NONE, "10.00");
    assertRefused(Reason.PROMOTION_WITHOUT_EFFECT, () -> place(account, plain, code));
    assertEquals(0, row(code).redeemed());
    place(account, offer, code);
    assertRefused(Reason.PROMOTION_REDEEMED, () -> place(account, offer, code));
    assertEquals(1, row(code).redeemed());
  }

  @Test
  void aCancelledOrderGivesItsRedemptionBack() throws InterruptedException {
    String code = promoted(1, false);
    long offer = offer(FulfilmentKind.FIBRE, code);
    long account = shelf.account();
    long order = system.call(() -> orders.place(order(account, offer, code)));
    assertRefused(Reason.PROMOTION_USED_UP, () -> place(shelf.account(), offer, code));
    shelf.cancel(order);
    assertEquals(0, row(code).redeemed());
    place(shelf.account(), offer, code);
  }

  @Test
  void anOfferNamesOnlyPromotionsThatExist() {
    NotPublishable refused =
        assertThrows(NotPublishable.class, () -> offer("IT-NO-SUCH-PROMOTION"));
    assertTrue(refused.problems().toString().contains("PROMOTION_UNKNOWN"));
  }

  private boolean redeems(NewOrder order) {
    try {
      system.call(() -> orders.place(order));
      return true;
    } catch (ProductsRefused refused) {
      assertEquals(Reason.PROMOTION_USED_UP, refused.reason());
      return false;
    }
  }

  private void place(long account, long offer, String... codes) {
    system.call(() -> orders.place(order(account, offer, codes)));
  }

  private static NewOrder order(long account, long offer, String... codes) {
    return new NewOrder(
        UUID.randomUUID().toString(),
        account,
        List.of(new NewOrder.Item(offer, null)),
        Shelf.today(),
        List.of(codes));
  }

  private String promoted(int limit, boolean exclusive) {
    String code = shelf.code("IT");
    LocalDate today = Shelf.today();
    system.call(
        () ->
            promotions.offer(
                new NewPromotion(code, "Test", "Test", today, null, limit, exclusive)));
    return code;
  }

  private PromotionRow row(String code) {
    return system.call(() -> promotions.list(code, 0, 1)).get(0);
  }

  private long offer(String... codes) {
    return offer(FulfilmentKind.NONE, codes);
  }

  private long offer(FulfilmentKind kind, String... codes) {
    List<Discount> discounts = Arrays.stream(codes).map(PromotionIT::discount).toList();
    long draft =
        shelf.draft(
            shelf.code("PROMO"),
            kind,
            shelf.design(Shelf.today().minusDays(1), "50.00", List.of()).with(discounts));
    system.run(() -> designs.publish(draft));
    return draft;
  }

  private static Discount discount(String code) {
    return new Discount(
        "D-" + code,
        "Promotion",
        "Promocja",
        DiscountKind.PERCENT,
        BigDecimal.TEN,
        DiscountScope.RECURRING,
        null,
        1,
        null,
        DiscountCondition.PROMOTION,
        null,
        code);
  }

  private static void assertRefused(Reason reason, Executable work) {
    assertEquals(reason, assertThrows(ProductsRefused.class, work).reason());
  }
}
