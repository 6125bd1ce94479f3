package com.asta.charging.model;

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
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;

/** One version of a tariff: a draft that is edited, or a published document that never changes. */
@Entity
@Table(name = "tariff_version", schema = "charging")
public class TariffVersion {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "charging.tariff_version")
  @SequenceGenerator(name = "charging.tariff_version", sequenceName = "charging.tariff_version_seq")
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "tariff_id")
  private Tariff tariff;

  private int version;

  @Enumerated(EnumType.STRING)
  private TariffVersionStatus status;

  private String content;

  @Column(name = "valid_from")
  private LocalDate validFrom;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "published_by")
  private String publishedBy;

  @Column(name = "published_at")
  private Instant publishedAt;

  @Version private int revision;

  protected TariffVersion() {}

  /** A new draft; {@code content} is the JSON of a {@code TariffContent}. */
  public TariffVersion(Tariff tariff, int version, String content, String author, Instant now) {
    this.tariff = tariff;
    this.version = version;
    this.status = TariffVersionStatus.DRAFT;
    this.content = content;
    this.createdBy = author;
    this.createdAt = now;
  }

  /** Replaces what a draft says. */
  public void rewrite(String newContent) {
    mustBeDraft();
    content = newContent;
  }

  /** Makes the draft final: it prices usage from {@code from} on. */
  public void publish(LocalDate from, String publisher, Instant now) {
    mustBeDraft();
    status = TariffVersionStatus.PUBLISHED;
    validFrom = from;
    publishedBy = publisher;
    publishedAt = now;
  }

  private void mustBeDraft() {
    if (status != TariffVersionStatus.DRAFT) {
      throw new IllegalStateException(
          "Version " + version + " of tariff " + tariff.getCode() + " is published");
    }
  }

  public Long getId() {
    return id;
  }

  public Tariff getTariff() {
    return tariff;
  }

  public int getVersion() {
    return version;
  }

  public TariffVersionStatus getStatus() {
    return status;
  }

  public boolean isDraft() {
    return status == TariffVersionStatus.DRAFT;
  }

  public String getContent() {
    return content;
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public String getCreatedBy() {
    return createdBy;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  public String getPublishedBy() {
    return publishedBy;
  }

  /** Counts the changes of a draft, so that one is not made on top of another unseen. */
  public int getRevision() {
    return revision;
  }

  public Instant getPublishedAt() {
    return publishedAt;
  }
}
