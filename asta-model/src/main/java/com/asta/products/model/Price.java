package com.asta.products.model;

import com.asta.products.rules.OfferDesign.DesignedPrice;
import com.asta.products.rules.PriceKind;
import com.asta.products.rules.Proration;
import com.asta.products.rules.Recurrence;
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
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;

/** One price of an offer version (TMF620 ProductOfferingPrice); net. */
@Entity
@Table(schema = "products", name = "price")
public class Price {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "price")
  @SequenceGenerator(
      name = "price",
      schema = "products",
      sequenceName = "price_seq",
      allocationSize = 50)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "offer_version_id")
  private OfferVersion version;

  private int position;

  @Enumerated(EnumType.STRING)
  private PriceKind kind;

  private String code;

  @Column(name = "name_en")
  private String nameEn;

  @Column(name = "name_pl")
  private String namePl;

  private BigDecimal amount;
  private String currency;

  @Column(name = "in_advance")
  private boolean inAdvance;

  @Column(name = "tariff_code")
  private String tariffCode;

  @Column(name = "vat_category")
  private String vatCategory;

  @Enumerated(EnumType.STRING)
  private Recurrence recurrence;

  @Enumerated(EnumType.STRING)
  private Proration proration;

  @Column(name = "term_months")
  private Integer termMonths;

  protected Price() {}

  Price(OfferVersion version, int position, DesignedPrice price) {
    this.version = version;
    this.position = position;
    this.kind = price.kind();
    this.code = price.code();
    this.nameEn = price.nameEn();
    this.namePl = price.namePl();
    this.amount = price.kind() == PriceKind.USAGE ? null : price.amount();
    this.currency = price.currency();
    this.inAdvance = price.inAdvance();
    this.tariffCode = price.kind() == PriceKind.USAGE ? price.tariffCode() : null;
    this.vatCategory = price.vatCategory();
    this.recurrence = price.recurrence();
    this.proration = price.proration();
    this.termMonths = price.kind() == PriceKind.PENALTY ? price.termMonths() : null;
  }

  /** The price as a plain value. */
  public DesignedPrice design() {
    return new DesignedPrice(
        kind,
        code,
        nameEn,
        namePl,
        amount,
        currency,
        inAdvance,
        tariffCode,
        vatCategory,
        recurrence,
        proration,
        termMonths);
  }

  public Long getId() {
    return id;
  }

  public PriceKind getKind() {
    return kind;
  }

  public String getCode() {
    return code;
  }

  public String getNameEn() {
    return nameEn;
  }

  public String getNamePl() {
    return namePl;
  }

  public BigDecimal getAmount() {
    return amount;
  }

  public String getCurrency() {
    return currency;
  }

  public boolean isInAdvance() {
    return inAdvance;
  }

  public String getTariffCode() {
    return tariffCode;
  }

  public String getVatCategory() {
    return vatCategory;
  }

  public Recurrence getRecurrence() {
    return recurrence;
  }

  public Proration getProration() {
    return proration;
  }

  public Integer getTermMonths() {
    return termMonths;
  }
}
