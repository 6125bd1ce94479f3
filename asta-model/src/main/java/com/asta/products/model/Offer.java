package com.asta.products.model;

import com.asta.products.rules.FulfilmentKind;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** Something that is sold under one code through all its versions (TMF620 ProductOffering). */
@Entity
@Table(schema = "products", name = "offer")
public class Offer {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "offer")
  @SequenceGenerator(
      name = "offer",
      schema = "products",
      sequenceName = "offer_seq",
      allocationSize = 50)
  private Long id;

  private String code;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "specification_id")
  private ProductSpecification specification;

  @Version private int optlock;

  protected Offer() {}

  /**
   * An offer of one product, or a bundle.
   *
   * @param specification the product, null for a bundle
   */
  public Offer(String code, ProductSpecification specification) {
    this.code = code;
    this.specification = specification;
  }

  /** Whether it consists of other offers. */
  public boolean isBundle() {
    return specification == null;
  }

  /** What has to happen for the offer itself; a bundle leaves that to its members. */
  public FulfilmentKind getFulfilment() {
    return specification == null ? FulfilmentKind.NONE : specification.getFulfilment();
  }

  public Long getId() {
    return id;
  }

  public String getCode() {
    return code;
  }

  public ProductSpecification getSpecification() {
    return specification;
  }
}
