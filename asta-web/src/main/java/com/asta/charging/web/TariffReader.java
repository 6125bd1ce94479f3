package com.asta.charging.web;

import com.asta.charging.service.TariffService;
import com.asta.charging.service.TariffVersionCard;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** Reads a version once a request; a large one is in memory no longer than that. */
@RequestScoped
public class TariffReader {
  @Inject private TariffService tariffs;

  private final Map<Long, TariffVersionCard> cards = new HashMap<>();

  /** One version with all it says. */
  public TariffVersionCard card(long versionId) {
    return cards.computeIfAbsent(versionId, tariffs::version);
  }
}
