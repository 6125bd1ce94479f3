package com.asta.products.web;

import com.asta.common.OperatorZone;
import com.asta.common.web.Messages;
import com.asta.products.rules.Discount;
import com.asta.products.rules.DiscountCondition;
import com.asta.products.rules.OfferStatus;
import com.asta.products.rules.PublicationProblem;
import com.asta.products.service.CatalogueService;
import com.asta.products.service.NotPublishable;
import com.asta.products.service.OfferDesignService;
import com.asta.products.service.OfferPage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** One version of an offer, its prices and its way through the lifecycle. */
@Named
@ViewScoped
public class OfferView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String PAGE = "/products/offer.xhtml?faces-redirect=true&id=";

  @Inject private CatalogueService catalogue;
  @Inject private OfferDesignService designs;
  @Inject private Clock clock;

  private Long id;
  private LocalDate retireFrom;
  private transient OfferPage page;
  private transient List<PublicationProblem> problems;
  private transient List<Long> simulated;

  /** View action: an unknown id is answered before the page is drawn. */
  public void load() {
    page = catalogue.page(id);
    retireFrom = OperatorZone.dayOf(clock.instant());
  }

  /** Says what would keep the draft from being published. */
  public void check() {
    problems = designs.check(id);
    if (problems.isEmpty()) {
      Messages.done("products", "offer.checked");
    }
  }

  /** Publishes the draft, or lists what is wrong with it. */
  public String publish() {
    try {
      designs.publish(id);
    } catch (NotPublishable e) {
      problems = e.problems();
      Messages.error(null, "products", "refusal.NOT_PUBLISHABLE", e.arguments().toArray());
      return null;
    }
    Messages.done("products", "offer.published");
    return PAGE + id;
  }

  /** Begins the next version and opens it in the editor. */
  public String draftNext() {
    return "/products/offer-edit.xhtml?faces-redirect=true&id=" + designs.draftNext(id);
  }

  public String retire() {
    designs.retire(id, retireFrom);
    Messages.done("products", "offer.retired");
    return PAGE + id;
  }

  public String makeObsolete() {
    designs.makeObsolete(id);
    Messages.done("products", "offer.obsolete");
    return PAGE + id;
  }

  public String reject() {
    designs.reject(id);
    Messages.done("products", "offer.rejected");
    return "/products/offer-list.xhtml?faces-redirect=true";
  }

  public OfferPage getPage() {
    if (page == null) {
      load();
    }
    return page;
  }

  public List<PublicationProblem> getProblems() {
    return problems == null ? List.of() : problems;
  }

  public boolean isDraft() {
    return getPage().status() == OfferStatus.IN_DESIGN;
  }

  public boolean isRetirable() {
    return getPage().status().mayBecome(OfferStatus.RETIRED)
        && getPage().design().validTo() == null;
  }

  public boolean isRetired() {
    return getPage().status() == OfferStatus.RETIRED;
  }

  /** Whether a next version may be begun: one is published, and none is being designed. */
  public boolean isExtendable() {
    return !isDraft()
        && getPage().versions().stream().noneMatch(v -> v.status() == OfferStatus.IN_DESIGN);
  }

  /** What the first bill is simulated for; nothing as long as a draft cannot be published. */
  public List<Long> getSimulated() {
    if (simulated == null) {
      simulated = isDraft() && !designs.check(id).isEmpty() ? List.of() : List.of(id);
    }
    return simulated;
  }

  /** The day the simulated service begins: today, or when the sale begins. */
  public LocalDate getSimulatedFrom() {
    LocalDate from = getPage().design().validFrom();
    LocalDate today = OperatorZone.dayOf(clock.instant());
    return from != null && from.isAfter(today) ? from : today;
  }

  /** The promotions that the version's discounts name: the simulation redeems them. */
  public List<String> getSimulatedPromotions() {
    return getPage().design().discounts().stream()
        .filter(each -> each.condition() == DiscountCondition.PROMOTION)
        .map(each -> each.subject())
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /** The discounts in the order in which they are taken off. */
  public List<Discount> getDiscounts() {
    return Discount.inOrder(getPage().design().discounts());
  }

  /** The version that came before this one, for the comparison; null for the first. */
  public Long getPreviousId() {
    return getPage().versions().stream()
        .filter(each -> each.version() == getPage().version() - 1)
        .map(each -> each.offerVersionId())
        .findFirst()
        .orElse(null);
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  public LocalDate getRetireFrom() {
    return retireFrom;
  }

  public void setRetireFrom(LocalDate retireFrom) {
    this.retireFrom = retireFrom;
  }
}
