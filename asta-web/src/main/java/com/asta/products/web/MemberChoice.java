package com.asta.products.web;

import com.asta.products.rules.BundleMember;
import com.asta.products.service.OfferCard;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/** How many of a member of a bundle the customer takes. */
public class MemberChoice implements Serializable {
  private static final long serialVersionUID = 1L;

  private final BundleMemberBounds bounds;
  private final String nameEn;
  private final String namePl;
  private final boolean numbered;
  private int quantity;

  /** The bundle's limits, kept with the view. */
  private record BundleMemberBounds(String code, int min, int max, int included)
      implements Serializable {}

  MemberChoice(BundleMember member, OfferCard offer) {
    this.bounds =
        new BundleMemberBounds(member.code(), member.min(), member.max(), member.byDefault());
    this.nameEn = offer == null ? member.code() : offer.nameEn();
    this.namePl = offer == null ? member.code() : offer.namePl();
    this.numbered = offer != null && offer.fulfilment().needsNumber();
    this.quantity = member.byDefault();
  }

  public String getCode() {
    return bounds.code();
  }

  public int getMin() {
    return bounds.min();
  }

  public int getMax() {
    return bounds.max();
  }

  /** How many the bundle's price covers. */
  public int getIncluded() {
    return bounds.included();
  }

  /** The quantities that may be chosen. */
  public List<Integer> getQuantities() {
    return IntStream.rangeClosed(bounds.min(), bounds.max()).boxed().toList();
  }

  public boolean isFixed() {
    return bounds.min() == bounds.max();
  }

  public boolean isNumbered() {
    return numbered;
  }

  public String getNameEn() {
    return nameEn;
  }

  public String getNamePl() {
    return namePl;
  }

  public int getQuantity() {
    return quantity;
  }

  public void setQuantity(int quantity) {
    this.quantity = quantity;
  }
}
