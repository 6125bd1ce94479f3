package com.asta.charging.web;

import com.asta.charging.rules.TariffComparison;
import com.asta.charging.service.TariffService;
import com.asta.charging.service.TariffVersionCard;
import com.asta.charging.service.TariffVersionRow;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Two versions of a tariff side by side. */
@Named
@RequestScoped
public class TariffComparisonView {
  @Inject private TariffService tariffs;
  @Inject private TariffReader reader;

  private Long older;
  private Long newer;
  private int first;
  private TariffComparison comparison;
  private List<TariffVersionRow> versions;

  /** View action. */
  public void load() {
    comparison = tariffs.compare(older == null ? 0 : older, newer == null ? 0 : newer);
    versions = tariffs.versionsOf(getAfter().tariffId());
  }

  public TariffVersionCard getBefore() {
    return reader.card(older);
  }

  public TariffVersionCard getAfter() {
    return reader.card(newer);
  }

  public TariffComparison getComparison() {
    return comparison;
  }

  public List<TariffVersionRow> getVersions() {
    return versions;
  }

  /** The greater of the two lists; both are paged together. */
  public int getFound() {
    return Math.max(comparison.differences().size(), comparison.prefixes().size());
  }

  public Integer getEarlier() {
    return first == 0 ? null : Math.max(0, first - ComparisonWords.PAGE);
  }

  public Integer getLater() {
    return first + ComparisonWords.PAGE >= getFound() ? null : first + ComparisonWords.PAGE;
  }

  public int getLast() {
    return Math.min(getFound(), first + ComparisonWords.PAGE);
  }

  public Long getOlder() {
    return older;
  }

  public void setOlder(Long older) {
    this.older = older;
  }

  public Long getNewer() {
    return newer;
  }

  public void setNewer(Long newer) {
    this.newer = newer;
  }

  public int getFirst() {
    return first;
  }

  public void setFirst(int first) {
    this.first = Math.max(0, first);
  }
}
