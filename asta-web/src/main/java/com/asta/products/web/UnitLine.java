package com.asta.products.web;

import java.io.Serializable;

/** A telephone number to be chosen for one mobile unit in the basket. */
public class UnitLine implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String offerCode;
  private final String nameEn;
  private final String namePl;
  private String number;

  UnitLine(String offerCode, String nameEn, String namePl) {
    this.offerCode = offerCode;
    this.nameEn = nameEn;
    this.namePl = namePl;
  }

  public String getOfferCode() {
    return offerCode;
  }

  public String getNameEn() {
    return nameEn;
  }

  public String getNamePl() {
    return namePl;
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }
}
