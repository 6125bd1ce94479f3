package com.asta.charging.service;

import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.DemoPart;
import com.asta.products.service.Subscriber;
import com.asta.products.service.SubscriptionCard;
import com.asta.products.service.SubscriptionService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Prepaid accounts with a balance, and two voucher batches whose PINs are always the same. */
@ApplicationScoped
public class DemoPrepaid implements DemoPart {
  /** Seed of the demo's PINs; {@code docs/usage-files.md} tells some of them. */
  static final long PIN_SEED = 20;

  private static final String CURRENCY = "PLN";

  @Inject private DemoMobiles mobiles;
  @Inject private SubscriptionService subscriptions;
  @Inject private PrepaidService prepaid;
  @Inject private Vouchers vouchers;
  @Inject private Clock clock;

  @Override
  public int order() {
    return 41;
  }

  @Override
  public void load() {
    LocalDate today = OperatorZone.dayOf(clock.instant());
    vouchers.generate(
        "DEMO-20", Money.of("20", CURRENCY), 50, today.plusYears(1), new Random(PIN_SEED));
    vouchers.generate(
        "DEMO-50", Money.of("50", CURRENCY), 20, today.plusYears(1), new Random(PIN_SEED + 1));
    List<SubscriptionCard> cards =
        mobiles.all().stream().filter(SubscriptionCard::prepaid).toList();
    Map<String, Subscriber> holders =
        subscriptions.byServiceIds(cards.stream().map(SubscriptionCard::serviceId).toList(), today);
    Random random = new Random(PIN_SEED);
    for (SubscriptionCard card : cards) {
      Subscriber holder = holders.get(card.serviceId());
      if (holder != null && holder.tariffCode() != null) {
        long id =
            prepaid.open(
                card.accountId(), card.id(), card.serviceId(), holder.tariffCode(), CURRENCY);
        BigDecimal opening = BigDecimal.valueOf(500 + random.nextInt(5500), 2);
        prepaid.adjust("demo-opening-" + id, id, "OPENING", opening, "Demo");
      }
    }
  }
}
