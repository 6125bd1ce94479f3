package com.asta.customers.model;

import com.asta.common.Nip;
import com.asta.customers.rules.ContactKind;
import com.asta.customers.rules.CustomerKind;
import com.asta.customers.rules.CustomerStatus;
import com.asta.customers.rules.PartyName;
import com.asta.customers.rules.PartyPrint;
import com.asta.customers.rules.PostalAddress;
import com.asta.customers.rules.SearchText;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A party the operator sells to (TMF629 Customer in the role of a TMF632 Party). */
@Entity
@Table(name = "customer", schema = "customers")
public class Customer {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customers.customer_seq")
  @SequenceGenerator(
      name = "customers.customer_seq",
      sequenceName = "customers.customer_seq",
      allocationSize = 50)
  private Long id;

  private String number;

  @Enumerated(EnumType.STRING)
  private CustomerKind kind;

  @Column(name = "given_name")
  private String givenName;

  @Column(name = "family_name")
  private String familyName;

  @Column(name = "organisation_name")
  private String organisationName;

  @Column(name = "display_name")
  private String displayName;

  @Column(name = "sort_name")
  private String sortName;

  private String nip;
  private String language;

  @Enumerated(EnumType.STRING)
  private CustomerStatus status;

  @Column(name = "registered_at")
  private Instant registeredAt;

  @Column(name = "registered_by")
  private String registeredBy;

  @Column(name = "name_address_key")
  private String nameAddressKey;

  @Column(name = "search_text")
  private String searchText;

  @Version private int version;

  @OneToMany(mappedBy = "customer", cascade = CascadeType.ALL)
  private List<ContactMedium> media = new ArrayList<>();

  @OneToMany(mappedBy = "customer", cascade = CascadeType.ALL)
  private List<Address> addresses = new ArrayList<>();

  protected Customer() {}

  /** A newly registered, active customer; its number follows when its id is known. */
  public Customer(PartyName name, Nip nip, String language, Instant at, String by) {
    rename(name);
    this.nip = nip == null ? null : nip.digits();
    this.language = Objects.requireNonNull(language, "language");
    this.status = CustomerStatus.ACTIVE;
    this.registeredAt = at;
    this.registeredBy = by;
  }

  /** Gives the number people quote, made of the id. */
  public void numbered() {
    number = "C-%06d".formatted(id);
  }

  /** Changes the name; the kind of party never changes. */
  public final void rename(PartyName name) {
    if (kind != null && kind != name.kind()) {
      throw new IllegalArgumentException("A " + kind + " cannot become " + name.kind());
    }
    kind = name.kind();
    givenName = name.givenName();
    familyName = name.familyName();
    organisationName = name.organisationName();
    displayName = name.display();
    sortName = name.sortable();
  }

  public void identify(Nip newNip) {
    nip = newNip == null ? null : newNip.digits();
  }

  public void speak(String newLanguage) {
    language = Objects.requireNonNull(newLanguage, "language");
  }

  /** Replaces the current e-mail address or telephone from {@code from} on; null only ends it. */
  public void reach(ContactKind by, String value, LocalDate from) {
    Optional<ContactMedium> current = medium(by);
    if (current.map(ContactMedium::getValue).filter(v -> v.equals(value)).isPresent()) {
      return;
    }
    current.ifPresent(medium -> medium.end(from));
    if (value != null) {
      media.add(new ContactMedium(this, by, value, from));
    }
  }

  /** Replaces the current address from {@code from} on. */
  public void move(PostalAddress to, LocalDate from) {
    Optional<Address> current = address();
    if (current.map(Address::postal).filter(to::equals).isPresent()) {
      return;
    }
    current.ifPresent(address -> address.end(from));
    addresses.add(new Address(this, to, from));
  }

  /** Refreshes what searches and the detection of duplicates read; call it after every change. */
  public void index(List<String> accountNumbers) {
    PostalAddress postal = address().orElseThrow().postal();
    nameAddressKey = PartyPrint.nameAndAddress(name(), postal);
    List<String> parts = new ArrayList<>();
    parts.add(displayName);
    parts.add(number);
    parts.addAll(accountNumbers);
    parts.add(getEmail());
    parts.add(getPhone());
    parts.add(nip);
    parts.add(postal.street());
    parts.add(postal.postalCode());
    parts.add(postal.city());
    searchText = SearchText.stored(parts.stream().map(p -> p == null ? "" : p).toList());
  }

  public void close() {
    status = CustomerStatus.CLOSED;
  }

  public void reopen() {
    status = CustomerStatus.ACTIVE;
  }

  public PartyName name() {
    return new PartyName(kind, givenName, familyName, organisationName);
  }

  public Optional<Address> address() {
    return addresses.stream().filter(Address::isCurrent).findFirst();
  }

  public String getEmail() {
    return medium(ContactKind.EMAIL).map(ContactMedium::getValue).orElse(null);
  }

  public String getPhone() {
    return medium(ContactKind.PHONE).map(ContactMedium::getValue).orElse(null);
  }

  public Long getId() {
    return id;
  }

  public String getNumber() {
    return number;
  }

  public CustomerKind getKind() {
    return kind;
  }

  public String getDisplayName() {
    return displayName;
  }

  public String getNip() {
    return nip;
  }

  public String getLanguage() {
    return language;
  }

  public int getVersion() {
    return version;
  }

  public CustomerStatus getStatus() {
    return status;
  }

  private Optional<ContactMedium> medium(ContactKind by) {
    return media.stream().filter(m -> m.isCurrent() && m.getKind() == by).findFirst();
  }
}
