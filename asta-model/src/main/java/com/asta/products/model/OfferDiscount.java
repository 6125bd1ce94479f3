package com.asta.products.model;

import com.asta.products.rules.Discount;
import com.asta.products.rules.DiscountCondition;
import com.asta.products.rules.DiscountKind;
import com.asta.products.rules.DiscountScope;
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

/** One discount of an offer version. */
@Entity
@Table(schema = "products", name = "discount")
public class OfferDiscount {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "discount")
  @SequenceGenerator(
      name = "discount",
      schema = "products",
      sequenceName = "discount_seq",
      allocationSize = 50)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "offer_version_id")
  private OfferVersion version;

  private int position;
  private String code;

  @Column(name = "name_en")
  private String nameEn;

  @Column(name = "name_pl")
  private String namePl;

  @Enumerated(EnumType.STRING)
  private DiscountKind kind;

  private BigDecimal value;

  @Enumerated(EnumType.STRING)
  private DiscountScope scope;

  @Column(name = "price_code")
  private String priceCode;

  @Column(name = "from_month")
  private int fromMonth;

  private Integer months;

  @Enumerated(EnumType.STRING)
  private DiscountCondition condition;

  private BigDecimal threshold;
  private String subject;

  protected OfferDiscount() {}

  OfferDiscount(OfferVersion version, int position, Discount discount) {
    this.version = version;
    this.position = position;
    this.code = discount.code();
    this.nameEn = discount.nameEn();
    this.namePl = discount.namePl();
    this.kind = discount.kind();
    this.value = discount.value();
    this.scope = discount.scope();
    this.priceCode = discount.priceCode();
    this.fromMonth = discount.fromMonth();
    this.months = discount.months();
    this.condition = discount.condition();
    this.threshold = discount.condition().hasThreshold() ? discount.threshold() : null;
    this.subject = discount.condition().hasSubject() ? discount.subject() : null;
  }

  /** The discount as a plain value. */
  public Discount design() {
    return new Discount(
        code, nameEn, namePl, kind, value, scope, priceCode, fromMonth, months, condition,
        threshold, subject);
  }

  public Long getId() {
    return id;
  }
}
