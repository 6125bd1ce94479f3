package com.asta.products.web;

import com.asta.common.OperatorZone;
import com.asta.common.service.OperatorProfile;
import com.asta.common.web.Messages;
import com.asta.products.rules.DiscountCondition;
import com.asta.products.rules.DiscountKind;
import com.asta.products.rules.DiscountScope;
import com.asta.products.rules.OfferStatus;
import com.asta.products.rules.PriceKind;
import com.asta.products.rules.Proration;
import com.asta.products.rules.Recurrence;
import com.asta.products.service.CatalogueService;
import com.asta.products.service.OfferCard;
import com.asta.products.service.OfferDesignService;
import com.asta.products.service.OfferPage;
import com.asta.products.service.ProductsRefused;
import com.asta.products.service.PromotionRow;
import com.asta.products.service.PromotionService;
import com.asta.products.service.SchemeName;
import com.asta.products.service.SpecificationRow;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;

/** The editor of a draft: a new offer, a new bundle, or the next version of either. */
@Named
@ViewScoped
public class OfferEditView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int PROMOTIONS = 200;
  private static final List<String> VAT = List.of("STANDARD", "REDUCED", "EXEMPT");

  @Inject private CatalogueService catalogue;
  @Inject private OfferDesignService designs;
  @Inject private PromotionService promotions;
  @Inject private OperatorProfile profile;
  @Inject private Clock clock;

  private Long id;
  private boolean bundle;
  private String code;
  private String specificationCode;
  private int version = 1;
  private OfferForm form;
  private transient List<SpecificationRow> specifications;
  private transient List<SchemeName> schemes;
  private transient List<OfferCard> sold;
  private transient List<PromotionRow> promoted;

  /** View action: the draft, or an empty form for a new offer. */
  public void load() {
    if (form != null) {
      return;
    }
    if (id == null) {
      form = OfferForm.startingOn(OperatorZone.dayOf(clock.instant()));
      if (bundle) {
        form.getMembers().add(new MemberLine());
      }
      return;
    }
    OfferPage page = catalogue.page(id);
    if (page.status() != OfferStatus.IN_DESIGN) {
      throw new ProductsRefused(ProductsRefused.Reason.NOT_A_DRAFT, page.code(), page.version());
    }
    code = page.code();
    version = page.version();
    bundle = page.bundle();
    specificationCode = page.specificationCode();
    form = OfferForm.of(page.design());
  }

  public void addPrice() {
    form.getPrices().add(new PriceLine());
  }

  public void removePrice(PriceLine line) {
    form.getPrices().remove(line);
  }

  public void addDiscount() {
    form.getDiscounts().add(new DiscountLine());
  }

  public void removeDiscount(DiscountLine line) {
    form.getDiscounts().remove(line);
  }

  public void addMember() {
    form.getMembers().add(new MemberLine());
  }

  public void removeMember(MemberLine line) {
    form.getMembers().remove(line);
  }

  /** Stores the draft and shows it; whether it can be published is said there. */
  public String save() {
    String currency = profile.operator().currency();
    if (id == null) {
      id = designs.draft(code.strip(), bundle ? null : specificationCode, form.design(currency));
    } else {
      designs.redesign(id, form.design(currency));
    }
    Messages.done("products", "edit.saved");
    return "/products/offer.xhtml?faces-redirect=true&id=" + id;
  }

  public List<SpecificationRow> getSpecifications() {
    if (specifications == null) {
      specifications = catalogue.specifications();
    }
    return specifications;
  }

  public List<SchemeName> getSchemes() {
    if (schemes == null) {
      schemes = catalogue.schemes();
    }
    return schemes;
  }

  /** What a bundle may hold: offers on sale that are no bundles. */
  public List<OfferCard> getSold() {
    if (sold == null) {
      sold =
          catalogue.sellable(OperatorZone.dayOf(clock.instant())).stream()
              .filter(card -> card.bundledOfferCodes().isEmpty())
              .toList();
    }
    return sold;
  }

  public PriceKind[] getKinds() {
    return PriceKind.values();
  }

  public Recurrence[] getRecurrences() {
    return Recurrence.values();
  }

  public Proration[] getProrations() {
    return Proration.values();
  }

  public DiscountKind[] getDiscountKinds() {
    return DiscountKind.values();
  }

  public DiscountScope[] getScopes() {
    return DiscountScope.values();
  }

  public DiscountCondition[] getConditions() {
    return DiscountCondition.values();
  }

  /** The promotions a discount may name. */
  public List<PromotionRow> getPromotions() {
    if (promoted == null) {
      promoted = promotions.list("", 0, PROMOTIONS);
    }
    return promoted;
  }

  public List<String> getVatCategories() {
    return VAT;
  }

  public boolean isNew() {
    return id == null;
  }

  public int getVersion() {
    return version;
  }

  public OfferForm getForm() {
    return form;
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  public boolean isBundle() {
    return bundle;
  }

  public void setBundle(boolean bundle) {
    this.bundle = bundle;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getSpecificationCode() {
    return specificationCode;
  }

  public void setSpecificationCode(String specificationCode) {
    this.specificationCode = specificationCode;
  }
}
