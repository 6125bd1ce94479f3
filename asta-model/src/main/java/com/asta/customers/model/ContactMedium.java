package com.asta.customers.model;

import com.asta.customers.rules.ContactKind;
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
import java.time.LocalDate;

/** An e-mail address or telephone of a customer, for as long as it was the one to use. */
@Entity
@Table(name = "contact_medium", schema = "customers")
public class ContactMedium {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customers.contact_medium_seq")
  @SequenceGenerator(
      name = "customers.contact_medium_seq",
      sequenceName = "customers.contact_medium_seq",
      allocationSize = 50)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "customer_id")
  private Customer customer;

  @Enumerated(EnumType.STRING)
  private ContactKind kind;

  private String value;

  @Column(name = "valid_from")
  private LocalDate validFrom;

  @Column(name = "valid_to")
  private LocalDate validTo;

  protected ContactMedium() {}

  ContactMedium(Customer customer, ContactKind kind, String value, LocalDate from) {
    this.customer = customer;
    this.kind = kind;
    this.value = value;
    this.validFrom = from;
  }

  void end(LocalDate on) {
    validTo = on;
  }

  boolean isCurrent() {
    return validTo == null;
  }

  ContactKind getKind() {
    return kind;
  }

  String getValue() {
    return value;
  }
}
