package com.asta.customers.service;

import com.asta.common.Msisdn;
import com.asta.common.Nip;
import com.asta.customers.rules.CustomerKind;
import com.asta.customers.rules.EmailAddress;
import com.asta.customers.rules.PartyName;
import com.asta.customers.rules.PartyPrint;
import com.asta.customers.rules.PostalAddress;
import com.asta.customers.service.CustomersRefused.Reason;
import java.util.Set;

/** A party as typed in, checked and brought to one form; refuses what cannot be right. */
record PartyEntry(
    PartyName name,
    Nip nip,
    EmailAddress email,
    Msisdn phone,
    PostalAddress address,
    String language) {
  private static final Set<String> LANGUAGES = Set.of("pl", "en");

  static PartyEntry of(NewCustomer typed) {
    PostalAddress address = address(typed);
    EmailAddress email = email(typed.email());
    Msisdn phone = phone(typed.phone(), address.country());
    if (email == null && phone == null) {
      throw new CustomersRefused(Reason.NO_CONTACT);
    }
    if (!LANGUAGES.contains(typed.language())) {
      throw new CustomersRefused(Reason.WRONG_LANGUAGE, String.valueOf(typed.language()));
    }
    return new PartyEntry(
        name(typed), nip(typed, address.country()), email, phone, address, typed.language());
  }

  /** What of a half-filled form can already be compared; parts that are wrong count as absent. */
  static PartyPrint print(NewCustomer typed) {
    PostalAddress address =
        PostalAddress.parse(typed.street(), typed.postalCode(), typed.city(), typed.country())
            .orElse(null);
    String nameAndAddress = null;
    if (address != null) {
      try {
        nameAndAddress = PartyPrint.nameAndAddress(nameOf(typed), address);
      } catch (IllegalArgumentException e) {
        nameAndAddress = null;
      }
    }
    String region = address == null ? "PL" : address.country();
    return new PartyPrint(
        Nip.parse(typed.nip()).map(Nip::digits).orElse(null),
        EmailAddress.parse(typed.email()).map(EmailAddress::comparable).orElse(null),
        blank(typed.phone())
            ? null
            : Msisdn.parse(typed.phone(), region).map(Msisdn::value).orElse(null),
        nameAndAddress);
  }

  String emailValue() {
    return email == null ? null : email.value();
  }

  String phoneValue() {
    return phone == null ? null : phone.value();
  }

  private static PartyName name(NewCustomer typed) {
    try {
      return nameOf(typed);
    } catch (IllegalArgumentException e) {
      throw new CustomersRefused(Reason.NAME_MISSING);
    }
  }

  private static PartyName nameOf(NewCustomer typed) {
    return new PartyName(
        typed.kind(), typed.givenName(), typed.familyName(), typed.organisationName());
  }

  private static Nip nip(NewCustomer typed, String country) {
    if (blank(typed.nip())) {
      if (typed.kind() == CustomerKind.ORGANISATION && "PL".equals(country)) {
        throw new CustomersRefused(Reason.NIP_MISSING);
      }
      return null;
    }
    return Nip.parse(typed.nip())
        .orElseThrow(() -> new CustomersRefused(Reason.WRONG_NIP, typed.nip()));
  }

  private static EmailAddress email(String text) {
    return blank(text)
        ? null
        : EmailAddress.parse(text)
            .orElseThrow(() -> new CustomersRefused(Reason.WRONG_EMAIL, text));
  }

  private static Msisdn phone(String text, String region) {
    return blank(text)
        ? null
        : Msisdn.parse(text, region)
            .orElseThrow(() -> new CustomersRefused(Reason.WRONG_PHONE, text));
  }

  private static PostalAddress address(NewCustomer typed) {
    return PostalAddress.parse(typed.street(), typed.postalCode(), typed.city(), typed.country())
        .orElseThrow(() -> new CustomersRefused(Reason.WRONG_ADDRESS));
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }
}
