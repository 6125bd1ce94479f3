package com.asta.charging.web;

import com.asta.charging.batch.RepricingJob;
import com.asta.charging.service.RepricingCard;
import com.asta.charging.service.RepricingCard.Purpose;
import com.asta.charging.service.RepricingService;
import com.asta.charging.service.RepricingTotals;
import com.asta.charging.service.TariffRow;
import com.asta.charging.service.TariffService;
import com.asta.charging.service.TariffVersionRow;
import com.asta.common.web.PagedModel;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** What-ifs of the past, and a new one: a version of a tariff on the usage of a month. */
@Named
@ViewScoped
public class WhatIfListView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient RepricingService repricings;
  @Inject private transient RepricingJob job;
  @Inject private transient TariffService tariffs;

  private Long versionId;
  private String month;
  private transient List<Choice> choices;
  private transient PagedModel<Row> rows;

  /** A version that may be tried. */
  public record Choice(long versionId, String code, int version, boolean draft) {}

  /** A what-if with what it adds up to, in its first currency. */
  public record Row(RepricingCard card, RepricingTotals totals) {}

  /** Starts it and goes to its page. */
  public String start() {
    long id = job.whatIf(versionId, YearMonth.parse(month));
    return "/charging/repricing.xhtml?faces-redirect=true&id=" + id;
  }

  public PagedModel<Row> getRows() {
    if (rows == null) {
      rows =
          new PagedModel<>(
              (offset, limit) -> rows(Purpose.WHAT_IF, offset, limit), row -> row.card().id());
    }
    return rows;
  }

  private List<Row> rows(Purpose purpose, int offset, int limit) {
    return repricings.list(purpose, offset, limit).stream()
        .map(card -> new Row(card, repricings.totals(card.id()).stream().findFirst().orElse(null)))
        .toList();
  }

  /** Drafts first, then the published versions, the newest before older ones. */
  public List<Choice> getChoices() {
    if (choices == null) {
      choices = new ArrayList<>();
      List<Choice> published = new ArrayList<>();
      for (TariffRow tariff : tariffs.list()) {
        for (TariffVersionRow version : tariffs.versionsOf(tariff.id())) {
          boolean draft = version.validFrom() == null;
          Choice choice = new Choice(version.id(), tariff.code(), version.version(), draft);
          (draft ? choices : published).add(choice);
        }
      }
      choices.addAll(published);
    }
    return choices;
  }

  public List<String> getMonths() {
    return repricings.months().stream().map(YearMonth::toString).toList();
  }

  public Long getVersionId() {
    return versionId;
  }

  public void setVersionId(Long versionId) {
    this.versionId = versionId;
  }

  /** The month before the current one at first: it is complete. */
  public String getMonth() {
    if (month == null) {
      month = getMonths().get(1);
    }
    return month;
  }

  public void setMonth(String month) {
    this.month = month;
  }
}
