package com.asta.products.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;

/**
 * A code that customers redeem when they order; the discounts of offers name it. How often it was
 * redeemed is counted by the statement that redeems it, never through this entity.
 */
@Entity
@Table(schema = "products", name = "promotion")
public class Promotion {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "promotion")
  @SequenceGenerator(
      name = "promotion",
      schema = "products",
      sequenceName = "promotion_seq",
      allocationSize = 50)
  private Long id;

  @Column(updatable = false)
  private String code;

  @Column(name = "name_en")
  private String nameEn;

  @Column(name = "name_pl")
  private String namePl;

  @Column(name = "valid_from")
  private LocalDate validFrom;

  @Column(name = "valid_to")
  private LocalDate validTo;

  @Column(name = "redemption_limit")
  private int redemptionLimit;

  @Column(insertable = false, updatable = false)
  private int redeemed;

  private boolean exclusive;
  private boolean stopped;

  @Version private int optlock;

  protected Promotion() {}

  /**
   * A promotion that nobody has redeemed.
   *
   * @param validTo the first day the code is no longer taken, or null
   * @param exclusive whether an order with it takes no other code
   */
  public Promotion(
      String code, LocalDate validFrom, LocalDate validTo, int redemptionLimit, boolean exclusive) {
    this.code = code;
    this.validFrom = validFrom;
    this.validTo = validTo;
    this.redemptionLimit = redemptionLimit;
    this.exclusive = exclusive;
  }

  /** Names it in both languages. */
  public void name(String english, String polish) {
    this.nameEn = english;
    this.namePl = polish;
  }

  /** Takes no more redemptions; false if it was stopped already. */
  public boolean stop() {
    boolean first = !stopped;
    this.stopped = true;
    return first;
  }

  /** Whether the code is taken on a day, the limit apart. */
  public boolean isValidOn(LocalDate day) {
    return !stopped && !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
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

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public LocalDate getValidTo() {
    return validTo;
  }

  public int getRedemptionLimit() {
    return redemptionLimit;
  }

  public int getRedeemed() {
    return redeemed;
  }

  public boolean isExclusive() {
    return exclusive;
  }

  public boolean isStopped() {
    return stopped;
  }
}
