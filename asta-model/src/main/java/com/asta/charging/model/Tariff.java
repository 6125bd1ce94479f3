package com.asta.charging.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A tariff by its code; what it says stands in its versions. */
@Entity
@Table(name = "tariff", schema = "charging")
public class Tariff {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "charging.tariff")
  @SequenceGenerator(name = "charging.tariff", sequenceName = "charging.tariff_seq")
  private Long id;

  private String code;

  @Column(name = "name_en")
  private String nameEn;

  @Column(name = "name_pl")
  private String namePl;

  @Column(name = "created_at")
  private Instant createdAt;

  protected Tariff() {}

  public Tariff(String code, String nameEn, String namePl, Instant createdAt) {
    this.code = code;
    this.nameEn = nameEn;
    this.namePl = namePl;
    this.createdAt = createdAt;
  }

  /** Calls it otherwise; the code stays. */
  public void rename(String newNameEn, String newNamePl) {
    nameEn = newNameEn;
    namePl = newNamePl;
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

  public Instant getCreatedAt() {
    return createdAt;
  }
}
