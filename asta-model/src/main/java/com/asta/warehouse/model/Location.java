package com.asta.warehouse.model;

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

/** A place where devices lie: a house, a room, a shelf. */
@Entity
@Table(schema = "warehouse", name = "location")
public class Location {
  @Id
  @SequenceGenerator(name = "warehouse.location", sequenceName = "warehouse.location_seq")
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "warehouse.location")
  private long id;

  private String code;
  private String name;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "parent_id")
  private Location parent;

  @Column(name = "shippable")
  private boolean shippable;

  protected Location() {}

  /** A place inside {@code parent}, or a house if that is null. */
  public Location(String code, String name, Location parent, boolean shippable) {
    this.code = code;
    this.name = name;
    this.parent = parent;
    this.shippable = shippable;
  }

  public long getId() {
    return id;
  }

  public String getCode() {
    return code;
  }

  public String getName() {
    return name;
  }

  public Location getParent() {
    return parent;
  }

  /** False for a place whose devices are not promised to orders, such as a returns shelf. */
  public boolean isShippable() {
    return shippable;
  }
}
