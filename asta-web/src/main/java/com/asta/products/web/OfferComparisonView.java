package com.asta.products.web;

import com.asta.products.rules.VersionDifference;
import com.asta.products.service.CatalogueService;
import com.asta.products.service.OfferDesignService;
import com.asta.products.service.OfferPage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Two versions of an offer side by side. */
@Named
@RequestScoped
public class OfferComparisonView {
  @Inject private CatalogueService catalogue;
  @Inject private OfferDesignService designs;

  private Long older;
  private Long newer;
  private OfferPage before;
  private OfferPage after;
  private List<VersionDifference> differences;

  /** View action. */
  public void load() {
    before = catalogue.page(older);
    after = catalogue.page(newer);
    differences = designs.compare(older, newer);
  }

  public OfferPage getBefore() {
    return before;
  }

  public OfferPage getAfter() {
    return after;
  }

  public List<VersionDifference> getDifferences() {
    return differences;
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
}
