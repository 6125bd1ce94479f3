package com.asta.products.model;

import com.asta.products.rules.BundleMember;
import com.asta.products.rules.Discount;
import com.asta.products.rules.FulfilmentKind;
import com.asta.products.rules.OfferDesign;
import com.asta.products.rules.OfferDesign.DesignedPrice;
import com.asta.products.rules.OfferStatus;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A version of an offer: a draft until it is published, immutable afterwards except for the day on
 * which its sale ends.
 */
@Entity
@Table(schema = "products", name = "offer_version")
public class OfferVersion {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "offer_version")
  @SequenceGenerator(
      name = "offer_version",
      schema = "products",
      sequenceName = "offer_version_seq",
      allocationSize = 50)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "offer_id")
  private Offer offer;

  private int version;

  @Enumerated(EnumType.STRING)
  private OfferStatus status;

  @Column(name = "name_en")
  private String nameEn;

  @Column(name = "name_pl")
  private String namePl;

  @Column(name = "description_en")
  private String descriptionEn;

  @Column(name = "description_pl")
  private String descriptionPl;

  @Enumerated(EnumType.STRING)
  private FulfilmentKind fulfilment;

  private boolean prepaid;
  private boolean bundle;

  @Column(name = "valid_from")
  private LocalDate validFrom;

  @Column(name = "valid_to")
  private LocalDate validTo;

  @Column(name = "published_at")
  private Instant publishedAt;

  @Column(name = "published_by")
  private String publishedBy;

  @OneToMany(mappedBy = "version", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("position")
  private List<Price> prices = new ArrayList<>();

  @OneToMany(mappedBy = "version", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("position")
  private List<BundleItem> items = new ArrayList<>();

  @OneToMany(mappedBy = "version", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("position")
  private List<OfferDiscount> discounts = new ArrayList<>();

  @Version private int optlock;

  protected OfferVersion() {}

  /**
   * A draft.
   *
   * @param fulfilment what the offer needs; for a bundle the heaviest need of its members
   */
  public OfferVersion(Offer offer, int version, FulfilmentKind fulfilment, OfferDesign design) {
    this.offer = offer;
    this.version = version;
    this.status = OfferStatus.IN_DESIGN;
    this.bundle = offer.isBundle();
    redesign(fulfilment, design);
  }

  /** Replaces the draft's content. */
  public final void redesign(FulfilmentKind kind, OfferDesign design) {
    require(OfferStatus.IN_DESIGN);
    this.fulfilment = kind;
    this.nameEn = design.nameEn();
    this.namePl = design.namePl();
    this.descriptionEn = design.descriptionEn() == null ? "" : design.descriptionEn();
    this.descriptionPl = design.descriptionPl() == null ? "" : design.descriptionPl();
    this.prepaid = design.prepaid();
    this.validFrom = design.validFrom();
    this.validTo = design.validTo();
    prices.clear();
    for (DesignedPrice price : design.prices()) {
      prices.add(new Price(this, prices.size(), price));
    }
    discounts.clear();
    for (Discount discount : design.discounts()) {
      discounts.add(new OfferDiscount(this, discounts.size(), discount));
    }
    items.clear();
    for (BundleMember member : design.members()) {
      items.add(new BundleItem(this, items.size(), member));
    }
  }

  /** Makes the draft immutable. */
  public void publish(Instant at, String by) {
    require(OfferStatus.IN_DESIGN);
    this.status = OfferStatus.ACTIVE;
    this.publishedAt = at;
    this.publishedBy = by;
  }

  /** Drops the draft. */
  public void reject() {
    require(OfferStatus.IN_DESIGN);
    this.status = OfferStatus.REJECTED;
  }

  /** Ends the sale: the day is the first on which the version is no longer sold. */
  public void endSale(LocalDate day) {
    require(OfferStatus.ACTIVE);
    if (day.isBefore(validFrom)) {
      throw new IllegalArgumentException("sold from " + validFrom + ", cannot end on " + day);
    }
    this.validTo = day;
  }

  /** Marks a version that nobody holds any more. */
  public void makeObsolete() {
    require(OfferStatus.ACTIVE);
    this.status = OfferStatus.OBSOLETE;
  }

  /** The version as plain values. */
  public OfferDesign design() {
    return new OfferDesign(
        nameEn,
        namePl,
        descriptionEn,
        descriptionPl,
        prepaid,
        validFrom,
        validTo,
        prices.stream().map(Price::design).toList(),
        items.stream().map(BundleItem::member).toList(),
        getDiscounts());
  }

  /** Whether it is sold on a day. */
  public boolean isSoldOn(LocalDate day) {
    return statusOn(day) == OfferStatus.LAUNCHED;
  }

  /** The lifecycle status as seen on a day. */
  public OfferStatus statusOn(LocalDate day) {
    return status.on(day, validFrom, validTo);
  }

  public Long getId() {
    return id;
  }

  public Offer getOffer() {
    return offer;
  }

  public String getCode() {
    return offer.getCode();
  }

  public int getVersion() {
    return version;
  }

  public OfferStatus getStatus() {
    return status;
  }

  public String getNameEn() {
    return nameEn;
  }

  public String getNamePl() {
    return namePl;
  }

  public FulfilmentKind getFulfilment() {
    return fulfilment;
  }

  public boolean isPrepaid() {
    return prepaid;
  }

  public boolean isBundle() {
    return bundle;
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public LocalDate getValidTo() {
    return validTo;
  }

  public Instant getPublishedAt() {
    return publishedAt;
  }

  public String getPublishedBy() {
    return publishedBy;
  }

  public List<Price> getPrices() {
    return List.copyOf(prices);
  }

  /** The discounts as plain values, as they were designed. */
  public List<Discount> getDiscounts() {
    return discounts.stream().map(OfferDiscount::design).toList();
  }

  public List<BundleItem> getItems() {
    return List.copyOf(items);
  }

  private void require(OfferStatus expected) {
    if (status != expected) {
      throw new IllegalStateException(
          "version " + version + " of " + offer.getCode() + " is " + status + ", not " + expected);
    }
  }
}
