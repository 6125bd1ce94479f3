package com.asta.products.service;

import com.asta.common.OperatorZone;
import com.asta.common.service.Roles;
import com.asta.products.model.OfferVersion;
import com.asta.products.model.ProductSpecification;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the catalogue: what is sold, what was sold, and by which prices (TMF620). */
@Stateless
@RolesAllowed({
  Roles.AGENT,
  Roles.PRODUCT_MANAGER,
  Roles.MARKETER,
  Roles.BILLING,
  Roles.CASHIER,
  Roles.WAREHOUSE,
  Roles.OPERATOR,
  Roles.ADMIN,
  Roles.CUSTOMER,
  Roles.SYSTEM
})
public class CatalogueService {
  @Inject private Offers offers;
  @Inject private OfferRows rows;
  @Inject private Instance<SchemeDirectory> schemes;
  @Inject private Clock clock;

  /** The offers on sale on a day, by code. */
  public List<OfferCard> sellable(LocalDate day) {
    return offers.soldOn(day).stream().map(Offers::card).toList();
  }

  /**
   * One version, published or not.
   *
   * @throws ProductsRefused NO_SUCH_OFFER
   */
  public OfferCard offerVersion(long id) {
    return Offers.card(offers.version(id));
  }

  /** Versions by id; an unknown id is left out. */
  public Map<Long, OfferCard> offerVersions(Collection<Long> ids) {
    return offers.versions(Set.copyOf(ids)).stream()
        .map(Offers::card)
        .collect(Collectors.toMap(OfferCard::offerVersionId, Function.identity()));
  }

  /** The version of an offer that is on sale today. */
  public Optional<OfferCard> currentVersion(String code) {
    return offers.soldOn(code, today()).map(Offers::card);
  }

  /** The catalogue, one line an offer, by code. */
  public List<OfferRow> list(OfferQuery query, int offset, int limit) {
    return rows.list(query, today(), offset, limit);
  }

  /**
   * Everything about one version.
   *
   * @throws ProductsRefused NO_SUCH_OFFER
   */
  public OfferPage page(long offerVersionId) {
    OfferVersion version = offers.version(offerVersionId);
    LocalDate today = today();
    List<VersionRow> versions =
        offers.versionsOf(version.getCode()).stream().map(each -> row(each, today)).toList();
    OfferCard card = Offers.card(version);
    return new OfferPage(
        version.getOffer().getId(),
        version.getId(),
        version.getCode(),
        version.getVersion(),
        version.isBundle() ? null : version.getOffer().getSpecification().getCode(),
        version.getFulfilment(),
        version.isBundle(),
        version.statusOn(today),
        version.design(),
        version.getPublishedAt(),
        version.getPublishedBy(),
        card.prices(),
        members(version, today),
        versions);
  }

  /** The members of a bundle with what is sold of them on a day; empty if it is none. */
  public List<MemberCard> members(long offerVersionId, LocalDate day) {
    return members(offers.version(offerVersionId), day);
  }

  /** The product specifications, by code. */
  public List<SpecificationRow> specifications() {
    return offers.specifications().stream().map(CatalogueService::row).toList();
  }

  /** The tariffs a usage price may name; empty while charging publishes none. */
  public List<SchemeName> schemes() {
    return schemes.stream().flatMap(directory -> directory.schemes().stream()).toList();
  }

  private List<MemberCard> members(OfferVersion version, LocalDate day) {
    Set<String> codes = new LinkedHashSet<>();
    version.getItems().forEach(item -> codes.add(item.getMemberCode()));
    if (codes.isEmpty()) {
      return List.of();
    }
    Map<String, OfferCard> sold =
        offers.published(codes).stream()
            .filter(each -> each.isSoldOn(day))
            .map(Offers::card)
            .collect(Collectors.toMap(OfferCard::code, Function.identity(), (a, b) -> b));
    return version.getItems().stream()
        .map(item -> new MemberCard(item.member(), sold.get(item.getMemberCode())))
        .toList();
  }

  private VersionRow row(OfferVersion version, LocalDate today) {
    return new VersionRow(
        version.getId(),
        version.getVersion(),
        version.statusOn(today),
        version.getValidFrom(),
        version.getValidTo(),
        version.getPublishedAt(),
        version.getPublishedBy(),
        rows.holders(version.getId()));
  }

  private static SpecificationRow row(ProductSpecification specification) {
    return new SpecificationRow(
        specification.getId(),
        specification.getCode(),
        specification.getNameEn(),
        specification.getNamePl(),
        specification.getDescriptionEn(),
        specification.getDescriptionPl(),
        specification.getFulfilment());
  }

  private LocalDate today() {
    return OperatorZone.dayOf(clock.instant());
  }
}
