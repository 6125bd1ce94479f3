package com.asta.products.model;

import com.asta.products.rules.FulfilmentKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** What a product is, before anybody puts a price on it (TMF620 ProductSpecification). */
@Entity
@Table(schema = "products", name = "specification")
public class ProductSpecification {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "specification")
  @SequenceGenerator(
      name = "specification",
      schema = "products",
      sequenceName = "specification_seq",
      allocationSize = 50)
  private Long id;

  private String code;

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

  protected ProductSpecification() {}

  public ProductSpecification(String code, FulfilmentKind fulfilment) {
    this.code = code;
    this.fulfilment = fulfilment;
  }

  /** Says what the product is, in both languages. */
  public void describe(
      String nameInEnglish, String nameInPolish, String textInEnglish, String textInPolish) {
    this.nameEn = nameInEnglish;
    this.namePl = nameInPolish;
    this.descriptionEn = textInEnglish == null ? "" : textInEnglish;
    this.descriptionPl = textInPolish == null ? "" : textInPolish;
  }

  public Long getId() {
    return id;
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

  public String getDescriptionEn() {
    return descriptionEn;
  }

  public String getDescriptionPl() {
    return descriptionPl;
  }

  public FulfilmentKind getFulfilment() {
    return fulfilment;
  }
}
