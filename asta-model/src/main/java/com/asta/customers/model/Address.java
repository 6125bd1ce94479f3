package com.asta.customers.model;

import com.asta.customers.rules.PostalAddress;
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
import java.time.LocalDate;

/** A postal address of a customer, for as long as it was the one to use. */
@Entity
@Table(name = "address", schema = "customers")
public class Address {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customers.address_seq")
  @SequenceGenerator(
      name = "customers.address_seq",
      sequenceName = "customers.address_seq",
      allocationSize = 50)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "customer_id")
  private Customer customer;

  private String street;

  @Column(name = "postal_code")
  private String postalCode;

  private String city;
  private String country;

  @Column(name = "valid_from")
  private LocalDate validFrom;

  @Column(name = "valid_to")
  private LocalDate validTo;

  protected Address() {}

  Address(Customer customer, PostalAddress postal, LocalDate from) {
    this.customer = customer;
    this.street = postal.street();
    this.postalCode = postal.postalCode();
    this.city = postal.city();
    this.country = postal.country();
    this.validFrom = from;
  }

  void end(LocalDate on) {
    validTo = on;
  }

  boolean isCurrent() {
    return validTo == null;
  }

  public PostalAddress postal() {
    return new PostalAddress(street, postalCode, city, country);
  }
}
