package com.asta.charging.service;

import com.asta.charging.rules.TariffContent;
import com.asta.common.OperatorZone;
import com.asta.common.service.DemoPart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;

/** The tariffs of the demo operator; before its catalogue, whose usage prices name them. */
@ApplicationScoped
public class DemoTariffs implements DemoPart {
  @Inject private TariffService tariffs;
  @Inject private Clock clock;

  @Override
  public int order() {
    return 15;
  }

  @Override
  public void load() {
    publish("MOBILE-S", "Mobile S", "Mobilny S", DemoTariffContent.small());
    publish("MOBILE-M", "Mobile M", "Mobilny M", DemoTariffContent.medium());
    publish("MOBILE-L", "Mobile L", "Mobilny L", DemoTariffContent.large());
    publish(
        "PREPAID-STANDARD", "Prepaid Standard", "Na kartę Standard", DemoTariffContent.prepaid());
  }

  private void publish(String code, String nameEn, String namePl, TariffContent content) {
    LocalDate validFrom = OperatorZone.dayOf(clock.instant()).minusYears(2).withDayOfYear(1);
    tariffs.publish(tariffs.create(code, nameEn, namePl, content), validFrom);
  }
}
