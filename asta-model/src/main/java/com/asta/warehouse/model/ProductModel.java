package com.asta.warehouse.model;

import com.asta.warehouse.rules.DeviceKind;
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
import java.util.regex.Pattern;

/** A make of device; devices of one model are interchangeable. */
@Entity
@Table(schema = "warehouse", name = "product_model")
public class ProductModel {
  @Id
  @SequenceGenerator(name = "warehouse.product_model", sequenceName = "warehouse.product_model_seq")
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "warehouse.product_model")
  private long id;

  private String code;
  private String name;
  private String manufacturer;

  @Enumerated(EnumType.STRING)
  private DeviceKind kind;

  @Column(name = "serial_pattern")
  private String serialPattern;

  @Column(name = "reorder_level")
  private int reorderLevel;

  @Version private int version;

  protected ProductModel() {}

  public ProductModel(
      String code,
      String name,
      String manufacturer,
      DeviceKind kind,
      String serialPattern,
      int reorderLevel) {
    this.code = code;
    this.name = name;
    this.manufacturer = manufacturer;
    this.kind = kind;
    this.serialPattern = Pattern.compile(serialPattern).pattern();
    reorderAt(reorderLevel);
  }

  /** Sets the number of promisable devices at which it is time to order. */
  public final void reorderAt(int level) {
    if (level < 0) {
      throw new IllegalArgumentException("Reorder level of " + code + " below zero: " + level);
    }
    this.reorderLevel = level;
  }

  /** The shape of this model's serial numbers. */
  public Pattern serialNumbers() {
    return Pattern.compile(serialPattern);
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

  public String getManufacturer() {
    return manufacturer;
  }

  public DeviceKind getKind() {
    return kind;
  }

  public String getSerialPattern() {
    return serialPattern;
  }

  public int getReorderLevel() {
    return reorderLevel;
  }
}
