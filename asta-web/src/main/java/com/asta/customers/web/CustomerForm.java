package com.asta.customers.web;

import com.asta.customers.rules.CustomerKind;
import com.asta.customers.service.NewCustomer;
import java.io.Serializable;

/** The inputs by which a party is typed in or edited. */
public class CustomerForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private CustomerKind kind = CustomerKind.INDIVIDUAL;
  private String givenName;
  private String familyName;
  private String organisationName;
  private String nip;
  private String email;
  private String phone;
  private String street;
  private String postalCode;
  private String city;
  private String country = "PL";
  private String language = "pl";

  static CustomerForm of(NewCustomer values) {
    CustomerForm form = new CustomerForm();
    form.kind = values.kind();
    form.givenName = values.givenName();
    form.familyName = values.familyName();
    form.organisationName = values.organisationName();
    form.nip = values.nip();
    form.email = values.email();
    form.phone = values.phone();
    form.street = values.street();
    form.postalCode = values.postalCode();
    form.city = values.city();
    form.country = values.country();
    form.language = values.language();
    return form;
  }

  NewCustomer values() {
    return new NewCustomer(
        kind,
        givenName,
        familyName,
        organisationName,
        nip,
        email,
        phone,
        street,
        postalCode,
        city,
        country,
        language);
  }

  public boolean isOrganisation() {
    return kind == CustomerKind.ORGANISATION;
  }

  public CustomerKind getKind() {
    return kind;
  }

  public void setKind(CustomerKind kind) {
    this.kind = kind;
  }

  public String getGivenName() {
    return givenName;
  }

  public void setGivenName(String givenName) {
    this.givenName = givenName;
  }

  public String getFamilyName() {
    return familyName;
  }

  public void setFamilyName(String familyName) {
    this.familyName = familyName;
  }

  public String getOrganisationName() {
    return organisationName;
  }

  public void setOrganisationName(String organisationName) {
    this.organisationName = organisationName;
  }

  public String getNip() {
    return nip;
  }

  public void setNip(String nip) {
    this.nip = nip;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getPhone() {
    return phone;
  }

  public void setPhone(String phone) {
    this.phone = phone;
  }

  public String getStreet() {
    return street;
  }

  public void setStreet(String street) {
    this.street = street;
  }

  public String getPostalCode() {
    return postalCode;
  }

  public void setPostalCode(String postalCode) {
    this.postalCode = postalCode;
  }

  public String getCity() {
    return city;
  }

  public void setCity(String city) {
    this.city = city;
  }

  public String getCountry() {
    return country;
  }

  public void setCountry(String country) {
    this.country = country;
  }

  public String getLanguage() {
    return language;
  }

  public void setLanguage(String language) {
    this.language = language;
  }
}
