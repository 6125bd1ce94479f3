package com.asta.charging.web;

import com.asta.charging.rules.Rate;
import com.asta.charging.rules.TariffContent;
import com.asta.charging.service.ChargingRefused;
import com.asta.charging.service.TariffService;
import com.asta.charging.service.TariffVersionCard;
import com.asta.charging.service.TariffVersionRow;
import com.asta.common.OperatorZone;
import com.asta.common.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** One version of a tariff: looked at, and while it is a draft edited and published. */
@Named
@ViewScoped
public class TariffView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private TariffService tariffs;
  @Inject private Clock clock;

  private Long id;
  private Long version;
  private transient TariffVersionCard card;
  private transient List<TariffVersionRow> versions;
  private List<RateEdit> rates;
  private LocalDate validFrom;

  /** Reads the version in the address, else the current one. */
  public void load() {
    if (version == null) {
      version = tariffs.versionToShow(id);
    }
    id = getCard().tariffId();
  }

  public TariffVersionCard getCard() {
    if (card == null) {
      card = tariffs.version(version);
    }
    return card;
  }

  public List<TariffVersionRow> getVersions() {
    if (versions == null) {
      versions = tariffs.versionsOf(id);
    }
    return versions;
  }

  /** True while some version is a draft: there is one at a time. */
  public boolean isDraftOpen() {
    return getVersions().stream().anyMatch(row -> row.publishedAt() == null);
  }

  /** Rates with inputs for their prices. */
  public List<RateEdit> getRates() {
    if (rates == null || rates.stream().anyMatch(edit -> edit.getRate() == null)) {
      rates = getCard().content().rates().stream().map(RateEdit::new).toList();
    }
    return rates;
  }

  /** Begins a draft after this version and shows it. */
  public String draft() {
    return to(tariffs.draftFrom(version));
  }

  /** Keeps the typed prices in the draft. */
  public String save() {
    TariffContent content = getCard().content();
    List<Rate> edited;
    try {
      edited = getRates().stream().map(RateEdit::edited).toList();
    } catch (IllegalArgumentException e) {
      throw new ChargingRefused(ChargingRefused.Reason.WRONG_TARIFF_VALUE, e.getMessage());
    }
    tariffs.rewrite(version, content.withRates(edited));
    Messages.done("charging", "tariff.saved");
    return to(version);
  }

  /** Makes the draft final. */
  public String publish() {
    tariffs.publish(version, getValidFrom());
    Messages.done("charging", "tariff.published", getCard().version(), getValidFrom().toString());
    return to(version);
  }

  private String to(long versionId) {
    return "/charging/tariff.xhtml?faces-redirect=true&id=" + id + "&version=" + versionId;
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  public Long getVersion() {
    return version;
  }

  public void setVersion(Long version) {
    this.version = version;
  }

  /** First day of the new version; tomorrow at first. */
  public LocalDate getValidFrom() {
    if (validFrom == null) {
      validFrom = LocalDate.now(clock.withZone(OperatorZone.ID)).plusDays(1);
    }
    return validFrom;
  }

  public void setValidFrom(LocalDate validFrom) {
    this.validFrom = validFrom;
  }
}
