package com.asta.charging.web;

import com.asta.charging.rules.TariffCheck;
import com.asta.charging.service.TariffDraftService;
import com.asta.charging.service.TariffService;
import com.asta.common.OperatorZone;
import com.asta.common.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** What is wrong and doubtful in a draft, and its publication. */
@Named
@ViewScoped
public class TariffPublishView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private TariffDesk desk;
  @Inject private TariffService tariffs;
  @Inject private TariffDraftService drafts;
  @Inject private Clock clock;

  private LocalDate validFrom;
  private boolean accepted;
  private transient List<TariffCheck.Finding> findings;

  /** View action. */
  public void load() {
    desk.load();
    boolean first = desk.getVersions().stream().allMatch(row -> row.publishedAt() == null);
    validFrom = OperatorZone.dayOf(clock.instant()).plusDays(first ? 0 : 1);
  }

  /** Makes the draft final. */
  public String publish() {
    int number = desk.getCard().version();
    drafts.publish(desk.getVersion(), desk.getRevision(), validFrom, accepted);
    Messages.done("charging", "tariff.published", number, validFrom.toString());
    return TariffDesk.page("tariff", desk.getVersion(), "");
  }

  private List<TariffCheck.Finding> findings() {
    if (findings == null) {
      findings = tariffs.findings(desk.getVersion());
    }
    return findings;
  }

  /** What publication refuses. */
  public List<TariffCheck.Finding> getErrors() {
    return findings().stream().filter(TariffCheck.Finding::isError).toList();
  }

  /** What is probably not meant. */
  public List<TariffCheck.Finding> getDoubts() {
    return findings().stream().filter(each -> !each.isError()).toList();
  }

  /** The page where a finding is mended. */
  public String place(TariffCheck.Finding finding) {
    String version = "?version=" + desk.getVersion();
    return switch (finding.problem()) {
      case DUPLICATE_ZONE, DUPLICATE_PREFIX, SHADOWED_PREFIX ->
          "tariff-zones.xhtml" + version + "&q=" + Addresses.encoded(finding.subject());
      case ZONE_WITHOUT_PREFIX ->
          "tariff-zone.xhtml" + version + "&zone=" + Addresses.encoded(finding.subject());
      case UNKNOWN_BAND, OVERLAPPING_BANDS, UNUSED_BAND, NO_HOLIDAYS ->
          "tariff-hours.xhtml" + version;
      case DUPLICATE_ALLOWANCE, COUNTER_CLASH, UNUSED_ALLOWANCE ->
          "tariff-allowances.xhtml" + version;
      case NO_RATES, UNRATED_ZONE -> "tariff-rates.xhtml" + version;
      default -> "tariff-rates.xhtml" + version + "&q=" + Addresses.encoded(finding.subject());
    };
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public void setValidFrom(LocalDate validFrom) {
    this.validFrom = validFrom;
  }

  public boolean isAccepted() {
    return accepted;
  }

  public void setAccepted(boolean accepted) {
    this.accepted = accepted;
  }
}
