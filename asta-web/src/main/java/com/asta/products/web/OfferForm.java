package com.asta.products.web;

import com.asta.products.rules.OfferDesign;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A draft being edited. */
public class OfferForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private String nameEn;
  private String namePl;
  private String descriptionEn;
  private String descriptionPl;
  private boolean prepaid;
  private LocalDate validFrom;
  private LocalDate validTo;
  private final List<PriceLine> prices = new ArrayList<>();
  private final List<MemberLine> members = new ArrayList<>();
  private final List<DiscountLine> discounts = new ArrayList<>();

  static OfferForm startingOn(LocalDate day) {
    OfferForm form = new OfferForm();
    form.validFrom = day;
    form.prices.add(new PriceLine());
    return form;
  }

  static OfferForm of(OfferDesign design) {
    OfferForm form = new OfferForm();
    form.nameEn = design.nameEn();
    form.namePl = design.namePl();
    form.descriptionEn = design.descriptionEn();
    form.descriptionPl = design.descriptionPl();
    form.prepaid = design.prepaid();
    form.validFrom = design.validFrom();
    form.validTo = design.validTo();
    design.prices().forEach(price -> form.prices.add(PriceLine.of(price)));
    design.members().forEach(member -> form.members.add(MemberLine.of(member)));
    design.discounts().forEach(each -> form.discounts.add(DiscountLine.of(each)));
    return form;
  }

  OfferDesign design(String currency) {
    return new OfferDesign(
        nameEn,
        namePl,
        descriptionEn == null ? "" : descriptionEn,
        descriptionPl == null ? "" : descriptionPl,
        prepaid,
        validFrom,
        validTo,
        prices.stream().map(line -> line.design(currency)).toList(),
        members.stream().filter(line -> line.getCode() != null).map(MemberLine::member).toList(),
        discounts.stream().map(DiscountLine::design).toList());
  }

  public List<PriceLine> getPrices() {
    return prices;
  }

  public List<MemberLine> getMembers() {
    return members;
  }

  public List<DiscountLine> getDiscounts() {
    return discounts;
  }

  public String getNameEn() {
    return nameEn;
  }

  public void setNameEn(String nameEn) {
    this.nameEn = nameEn;
  }

  public String getNamePl() {
    return namePl;
  }

  public void setNamePl(String namePl) {
    this.namePl = namePl;
  }

  public String getDescriptionEn() {
    return descriptionEn;
  }

  public void setDescriptionEn(String descriptionEn) {
    this.descriptionEn = descriptionEn;
  }

  public String getDescriptionPl() {
    return descriptionPl;
  }

  public void setDescriptionPl(String descriptionPl) {
    this.descriptionPl = descriptionPl;
  }

  public boolean isPrepaid() {
    return prepaid;
  }

  public void setPrepaid(boolean prepaid) {
    this.prepaid = prepaid;
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public void setValidFrom(LocalDate validFrom) {
    this.validFrom = validFrom;
  }

  public LocalDate getValidTo() {
    return validTo;
  }

  public void setValidTo(LocalDate validTo) {
    this.validTo = validTo;
  }
}
