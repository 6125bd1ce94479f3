package com.asta.marketing.web;

import com.asta.common.web.Messages;
import com.asta.customers.rules.ConsentPurpose;
import com.asta.customers.rules.CustomerKind;
import com.asta.customers.service.CustomerCard;
import com.asta.marketing.rules.Criteria;
import com.asta.marketing.service.TargetCard;
import com.asta.marketing.service.TargetCount;
import com.asta.marketing.service.TargetService;
import com.asta.products.service.CatalogueService;
import com.asta.products.service.OfferCard;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** The builder of a target: each change of a criterion counts anew. */
@Named
@ViewScoped
public class TargetView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int SAMPLE = 8;

  @Inject private transient TargetService targets;
  @Inject private transient CatalogueService catalogue;
  @Inject private transient Clock clock;

  private Long id;
  private String name;
  private CustomerKind kind;
  private String city;
  private String language;
  private String offerCode;
  private LocalDate registeredFrom;
  private LocalDate registeredTo;
  private ConsentPurpose consent;
  private TargetCount count;
  private transient List<CustomerCard> sample;
  private transient List<OfferCard> offers;

  /** View action: the target, or a new one. */
  public void load() {
    if (id != null) {
      TargetCard card = targets.target(id);
      Criteria criteria = card.criteria();
      name = card.name();
      kind = criteria.kind();
      city = criteria.city();
      language = criteria.language();
      offerCode = criteria.offerCode();
      registeredFrom = criteria.registeredFrom();
      registeredTo = criteria.registeredTo() == null ? null : criteria.registeredTo().minusDays(1);
      consent = criteria.consent();
    }
    recount();
  }

  /** A criterion has changed. */
  public void recount() {
    count = null;
    sample = List.of();
    count = targets.count(criteria());
    sample = List.copyOf(targets.sample(criteria(), SAMPLE));
  }

  public String save() {
    if (id == null) {
      id = targets.create(name, criteria());
    } else {
      targets.change(id, name, criteria());
    }
    Messages.done("marketing", "target.saved");
    return "/marketing/target.xhtml?faces-redirect=true&id=" + id;
  }

  private Criteria criteria() {
    return new Criteria(
        kind,
        city,
        language,
        offerCode,
        registeredFrom,
        registeredTo == null ? null : registeredTo.plusDays(1),
        consent);
  }

  public List<OfferCard> getOffers() {
    if (offers == null) {
      offers = catalogue.sellable(LocalDate.now(clock));
    }
    return offers;
  }

  public CustomerKind[] getKinds() {
    return CustomerKind.values();
  }

  public ConsentPurpose[] getConsents() {
    return ConsentPurpose.values();
  }

  public TargetCount getCount() {
    return count;
  }

  public List<CustomerCard> getSample() {
    return sample;
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public CustomerKind getKind() {
    return kind;
  }

  public void setKind(CustomerKind kind) {
    this.kind = kind;
  }

  public String getCity() {
    return city;
  }

  public void setCity(String city) {
    this.city = city;
  }

  public String getLanguage() {
    return language;
  }

  public void setLanguage(String language) {
    this.language = language;
  }

  public String getOfferCode() {
    return offerCode;
  }

  public void setOfferCode(String offerCode) {
    this.offerCode = offerCode;
  }

  public LocalDate getRegisteredFrom() {
    return registeredFrom;
  }

  public void setRegisteredFrom(LocalDate registeredFrom) {
    this.registeredFrom = registeredFrom;
  }

  public LocalDate getRegisteredTo() {
    return registeredTo;
  }

  public void setRegisteredTo(LocalDate registeredTo) {
    this.registeredTo = registeredTo;
  }

  public ConsentPurpose getConsent() {
    return consent;
  }

  public void setConsent(ConsentPurpose consent) {
    this.consent = consent;
  }
}
