package com.asta.charging;

import com.asta.charging.rules.TariffContent;
import com.asta.charging.service.NewTariff;
import com.asta.charging.service.TariffDraftService;
import com.asta.common.service.Roles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.function.UnaryOperator;

/** A product manager, for tests. */
@Stateless
@PermitAll
@RunAs(Roles.PRODUCT_MANAGER)
public class ProductDesk {
  @Inject private TariffDraftService drafts;

  public long create(NewTariff tariff) {
    return drafts.create(tariff);
  }

  public int edit(long versionId, int revision, UnaryOperator<TariffContent> change) {
    return drafts.edit(versionId, revision, change);
  }

  public void publish(long versionId, int revision, LocalDate validFrom, boolean doubtsAccepted) {
    drafts.publish(versionId, revision, validFrom, doubtsAccepted);
  }

  public boolean discard(long versionId, int revision) {
    return drafts.discard(versionId, revision);
  }
}
