package com.asta.charging.web;

import java.io.Serializable;

/** One step or tier of a rate, as it is typed. */
public class StepLine implements Serializable {
  private static final long serialVersionUID = 1L;

  private String from;
  private String price;
  private String per;
  private String increment;

  StepLine(String from, String price, String per, String increment) {
    this.from = from;
    this.price = price;
    this.per = per;
    this.increment = increment;
  }

  /** Reads {@code 3 min: 0.19 / 1 min / 1 s} or {@code 100 min: 0.004}. */
  static StepLine of(String text) {
    String[] halves = text.split(":", 2);
    String[] price = halves[1].split("/");
    return new StepLine(
        halves[0].strip(),
        price[0].strip(),
        price.length > 1 ? price[1].strip() : null,
        price.length > 2 ? price[2].strip() : null);
  }

  String step() {
    return plain(from) + ": " + plain(price) + " / " + plain(per) + " / " + plain(increment);
  }

  String tier() {
    return plain(from) + ": " + plain(price);
  }

  private static String plain(String text) {
    return text == null ? "" : text.replace('|', ' ').replace('/', ' ').replace(':', ' ').strip();
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }

  public String getPrice() {
    return price;
  }

  public void setPrice(String price) {
    this.price = price;
  }

  public String getPer() {
    return per;
  }

  public void setPer(String per) {
    this.per = per;
  }

  public String getIncrement() {
    return increment;
  }

  public void setIncrement(String increment) {
    this.increment = increment;
  }
}
