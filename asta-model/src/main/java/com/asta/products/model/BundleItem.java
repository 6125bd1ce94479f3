package com.asta.products.model;

import com.asta.products.rules.BundleMember;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** An offer inside a bundle, with how many of it may be taken. */
@Entity
@Table(schema = "products", name = "bundle_item")
public class BundleItem {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "bundle_item")
  @SequenceGenerator(
      name = "bundle_item",
      schema = "products",
      sequenceName = "bundle_item_seq",
      allocationSize = 50)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "offer_version_id")
  private OfferVersion version;

  private int position;

  @Column(name = "member_code")
  private String memberCode;

  @Column(name = "min_count")
  private int minCount;

  @Column(name = "max_count")
  private int maxCount;

  @Column(name = "default_count")
  private int defaultCount;

  protected BundleItem() {}

  BundleItem(OfferVersion version, int position, BundleMember member) {
    this.version = version;
    this.position = position;
    this.memberCode = member.code();
    this.minCount = member.min();
    this.maxCount = member.max();
    this.defaultCount = member.byDefault();
  }

  /** The item as a plain value. */
  public BundleMember member() {
    return new BundleMember(memberCode, minCount, maxCount, defaultCount);
  }

  public Long getId() {
    return id;
  }

  public String getMemberCode() {
    return memberCode;
  }
}
