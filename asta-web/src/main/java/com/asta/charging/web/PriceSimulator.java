package com.asta.charging.web;

import com.asta.charging.rules.Rating;
import com.asta.charging.rules.ServiceKind;
import com.asta.charging.rules.UsageEvent;
import com.asta.charging.service.HomeNetwork;
import com.asta.charging.service.TariffService;
import com.asta.common.Money;
import com.asta.common.OperatorZone;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Prices a call, a message or data under a tariff version and shows every rule that took part. */
@Named
@ViewScoped
public class PriceSimulator implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private TariffService tariffs;
  @Inject private PriceWords words;
  @Inject private Clock clock;

  private ServiceKind service = ServiceKind.VOICE;
  private String destination = "501 234 567";
  private LocalDateTime at;
  private long units = 90;
  private long used;
  private Money price;
  private String refused;
  private List<String> lines = List.of();

  /** Prices what was entered; changes nothing. */
  public void run(long versionId, String currency) {
    String digits =
        service == ServiceKind.DATA || destination == null || destination.isBlank()
            ? null
            : HomeNetwork.digits(destination);
    UsageEvent event =
        new UsageEvent(service, getAt().atZone(OperatorZone.ID).toInstant(), digits, units);
    Rating rating = tariffs.simulate(versionId, event, counter -> used);
    if (rating instanceof Rating.Rated rated) {
      price = Money.of(rated.amount(), currency);
      lines = words.lines(rated.explanation(), service, currency, versionId);
      refused = null;
    } else {
      price = null;
      lines = List.of();
      refused = ((Rating.Unrated) rating).reason().name();
    }
  }

  public ServiceKind[] getServices() {
    return ServiceKind.values();
  }

  public ServiceKind getService() {
    return service;
  }

  public void setService(ServiceKind service) {
    this.service = service;
  }

  public String getDestination() {
    return destination;
  }

  public void setDestination(String destination) {
    this.destination = destination;
  }

  /** When the use begins; now at first. */
  public LocalDateTime getAt() {
    if (at == null) {
      at = LocalDateTime.now(clock.withZone(OperatorZone.ID)).truncatedTo(ChronoUnit.MINUTES);
    }
    return at;
  }

  public void setAt(LocalDateTime at) {
    this.at = at;
  }

  public long getUnits() {
    return units;
  }

  public void setUnits(long units) {
    this.units = units;
  }

  public long getUsed() {
    return used;
  }

  public void setUsed(long used) {
    this.used = used;
  }

  public Money getPrice() {
    return price;
  }

  public String getRefused() {
    return refused;
  }

  public List<String> getLines() {
    return lines;
  }
}
