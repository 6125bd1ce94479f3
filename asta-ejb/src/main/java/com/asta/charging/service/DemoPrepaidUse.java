package com.asta.charging.service;

import com.asta.charging.rules.ServiceKind;
import com.asta.charging.rules.VoucherPin;
import com.asta.common.service.DemoPart;
import com.asta.products.service.SubscriptionCard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Random;

/** Calls and recharges of the demo's prepaid accounts, through online charging itself. */
@ApplicationScoped
public class DemoPrepaidUse implements DemoPart {
  @Inject private DemoMobiles mobiles;
  @Inject private ChargingService charging;

  @Override
  public int order() {
    return 42;
  }

  @Override
  public void load() {
    Random random = new Random(DemoPrepaid.PIN_SEED);
    List<SubscriptionCard> cards =
        mobiles.all().stream().filter(SubscriptionCard::prepaid).toList();
    for (int i = 0; i < cards.size(); i++) {
      String number = cards.get(i).serviceId();
      String session = "demo-" + cards.get(i).id();
      for (int request = 1; request <= 6; request++) {
        charging.handle(debit(session, request, number, random));
      }
      if (i % 3 == 0) {
        charging.handle(ChargingRequest.topUp(session, 7, number, voucher(i / 3)));
      }
    }
  }

  private static ChargingRequest debit(String session, int request, String number, Random random) {
    boolean message = random.nextInt(3) == 0;
    String destination = "50" + (1_000_000 + random.nextInt(8_000_000));
    return ChargingRequest.debit(
        session,
        request,
        number,
        message ? ServiceKind.MESSAGE : ServiceKind.VOICE,
        destination,
        message ? 1 : 20 + random.nextInt(400));
  }

  /** The demo's vouchers from the back; those in front are left for people to try. */
  private static String voucher(int index) {
    Random pins = new Random(DemoPrepaid.PIN_SEED);
    String pin = "";
    for (int i = 0; i < 50 - index % 40; i++) {
      pin = VoucherPin.generate(pins);
    }
    return pin;
  }
}
