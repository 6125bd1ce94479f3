package com.asta.marketing.model;

import com.asta.customers.rules.ConsentPurpose;
import com.asta.customers.rules.CustomerKind;
import com.asta.marketing.rules.Criteria;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/** A named set of customers, described by criteria and counted whenever it is looked at. */
@Entity
@Table(name = "target", schema = "marketing")
public class Target {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "marketing.target_seq")
  @SequenceGenerator(
      name = "marketing.target_seq",
      sequenceName = "marketing.target_seq",
      allocationSize = 50)
  private Long id;

  private String name;

  @Enumerated(EnumType.STRING)
  private CustomerKind kind;

  private String city;
  private String language;

  @Column(name = "offer_code")
  private String offerCode;

  @Column(name = "registered_from")
  private LocalDate registeredFrom;

  @Column(name = "registered_to")
  private LocalDate registeredTo;

  @Enumerated(EnumType.STRING)
  @Column(name = "consent_purpose")
  private ConsentPurpose consentPurpose;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_by")
  private String createdBy;

  @Version private int version;

  protected Target() {}

  public Target(String name, Criteria criteria, Instant createdAt, String createdBy) {
    this.createdAt = Objects.requireNonNull(createdAt, "createdAt");
    this.createdBy = Objects.requireNonNull(createdBy, "createdBy");
    describe(name, criteria);
  }

  /** Gives it another name or other criteria; campaigns that were sent keep their recipients. */
  public final void describe(String newName, Criteria criteria) {
    name = Objects.requireNonNull(newName, "name");
    kind = criteria.kind();
    city = criteria.city();
    language = criteria.language();
    offerCode = criteria.offerCode();
    registeredFrom = criteria.registeredFrom();
    registeredTo = criteria.registeredTo();
    consentPurpose = criteria.consent();
  }

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public Criteria getCriteria() {
    return new Criteria(
        kind, city, language, offerCode, registeredFrom, registeredTo, consentPurpose);
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  public String getCreatedBy() {
    return createdBy;
  }
}
