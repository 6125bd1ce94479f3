package com.asta.charging.service;

import com.asta.charging.rules.AdjustmentReason;
import com.asta.charging.rules.PaymentMode;
import com.asta.charging.rules.ServiceKind;
import com.asta.common.OperatorZone;
import com.asta.common.service.DemoPart;
import com.asta.products.service.SubscriptionCard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** What makes the demo's accounts lively: payments, bonuses, a family's group, a hybrid account. */
@ApplicationScoped
public class DemoBalances implements DemoPart {
  private static final BigDecimal GIGABYTE = BigDecimal.valueOf(1024L * 1024 * 1024);
  private static final int MEMBERS = 3;

  @Inject private DemoMobiles mobiles;
  @Inject private PrepaidService prepaid;
  @Inject private RechargeService recharges;
  @Inject private AdjustmentService adjustments;
  @Inject private GroupService groups;
  @Inject private AccountTermsService terms;
  @Inject private Clock clock;

  @Override
  public int order() {
    return 43;
  }

  @Override
  public void load() {
    LocalDate today = OperatorZone.dayOf(clock.instant());
    List<PrepaidCard> cards =
        prepaid.ofAccounts(
            mobiles.all().stream()
                .filter(SubscriptionCard::prepaid)
                .map(SubscriptionCard::accountId)
                .distinct()
                .toList());
    for (int i = 0; i < cards.size(); i++) {
      PrepaidCard card = cards.get(i);
      if (i % 4 == 1) {
        recharges.byPayment(
            new PaymentRecharge(
                card.id(), BigDecimal.valueOf(25), card.balance().currency(), "CARD", "DEMO-" + i));
      }
      if (i % 3 == 0) {
        grant("bonus", card.id(), data(today, today.plusDays(20 + i), 2), "2 GB welcome");
      }
    }
    if (cards.size() > MEMBERS) {
      family(cards.subList(0, MEMBERS), today);
      terms.change(cards.get(MEMBERS).id(), PaymentMode.HYBRID, BigDecimal.valueOf(50));
    }
  }

  private void family(List<PrepaidCard> members, LocalDate today) {
    long group = groups.create("Rodzina Demo", members.get(0).id());
    members.subList(1, members.size()).forEach(each -> groups.add(group, each.id()));
    NewBucket minutes =
        new NewBucket(
            true, BigDecimal.valueOf(300 * 60), today, null, 50, ServiceKind.VOICE, null, null);
    grant("family", group, minutes, "300 minutes for the family");
  }

  private void grant(String what, long chargingAccountId, NewBucket bucket, String note) {
    adjustments.request(
        new NewAdjustment(
            "demo-" + what + "-" + chargingAccountId,
            chargingAccountId,
            null,
            bucket,
            AdjustmentReason.BONUS,
            note));
  }

  private static NewBucket data(LocalDate from, LocalDate to, long gigabytes) {
    return new NewBucket(
        true,
        GIGABYTE.multiply(BigDecimal.valueOf(gigabytes)),
        from,
        to,
        100,
        ServiceKind.DATA,
        List.of(),
        List.of());
  }
}
