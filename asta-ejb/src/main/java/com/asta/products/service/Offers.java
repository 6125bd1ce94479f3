package com.asta.products.service;

import com.asta.products.model.Offer;
import com.asta.products.model.OfferVersion;
import com.asta.products.model.Price;
import com.asta.products.model.ProductSpecification;
import com.asta.products.rules.Discount;
import com.asta.products.rules.OfferFacts;
import com.asta.products.rules.OfferStatus;
import com.asta.products.rules.PriceKind;
import com.asta.products.rules.PriceSummary;
import com.asta.products.service.ProductsRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The stored catalogue. */
@ApplicationScoped
class Offers {
  private static final String VERSION = "select v from OfferVersion v join fetch v.offer o where ";

  @PersistenceContext private EntityManager em;

  void add(Object entity) {
    em.persist(entity);
  }

  OfferVersion version(long id) {
    return Optional.ofNullable(em.find(OfferVersion.class, id))
        .orElseThrow(() -> new ProductsRefused(Reason.NO_SUCH_OFFER, id));
  }

  /** The version, with its offer locked against a second publication at the same time. */
  OfferVersion locked(long id) {
    OfferVersion version = version(id);
    em.lock(version.getOffer(), LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    return version;
  }

  List<OfferVersion> versions(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : whole(query(VERSION + "v.id in :ids").setParameter("ids", ids));
  }

  List<OfferVersion> soldOn(LocalDate day) {
    return whole(
        query(
                VERSION
                    + "v.status = :active and v.validFrom <= :day"
                    + " and (v.validTo is null or v.validTo > :day) order by o.code")
            .setParameter("active", OfferStatus.ACTIVE)
            .setParameter("day", day));
  }

  Optional<OfferVersion> soldOn(String code, LocalDate day) {
    return query(
            VERSION
                + "o.code = :code and v.status = :active and v.validFrom <= :day"
                + " and (v.validTo is null or v.validTo > :day)")
        .setParameter("code", code)
        .setParameter("active", OfferStatus.ACTIVE)
        .setParameter("day", day)
        .getResultStream()
        .findFirst();
  }

  List<OfferVersion> published(Collection<String> codes) {
    return codes.isEmpty()
        ? List.of()
        : query(VERSION + "o.code in :codes and v.status = :active order by v.validFrom")
            .setParameter("codes", codes)
            .setParameter("active", OfferStatus.ACTIVE)
            .getResultList();
  }

  List<OfferVersion> versionsOf(String code) {
    return query(VERSION + "o.code = :code order by v.version desc")
        .setParameter("code", code)
        .getResultList();
  }

  Optional<Offer> byCode(String code) {
    return em.createQuery("select o from Offer o where o.code = :code", Offer.class)
        .setParameter("code", code)
        .getResultStream()
        .findFirst();
  }

  Optional<ProductSpecification> specification(String code) {
    return em.createQuery(
            "select s from ProductSpecification s where s.code = :code", ProductSpecification.class)
        .setParameter("code", code)
        .getResultStream()
        .findFirst();
  }

  List<ProductSpecification> specifications() {
    return em.createQuery(
            "select s from ProductSpecification s order by s.code", ProductSpecification.class)
        .getResultList();
  }

  static OfferFacts facts(OfferVersion version) {
    return new OfferFacts(
        version.getId(),
        version.getCode(),
        version.getFulfilment(),
        version.isPrepaid(),
        version.isBundle(),
        monthly(version));
  }

  static PriceSummary summary(List<OfferVersion> versions, String currency) {
    return PriceSummary.of(
        versions.stream()
            .flatMap(version -> version.getPrices().stream())
            .filter(price -> price.getAmount() != null)
            .map(price -> new PriceSummary.Line(price.getKind(), monthly(price)))
            .toList(),
        currency);
  }

  static BigDecimal monthly(OfferVersion version) {
    return version.getPrices().stream()
        .filter(price -> price.getKind() == PriceKind.RECURRING)
        .map(Offers::monthly)
        .filter(Objects::nonNull)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal monthly(Price price) {
    boolean recurs = price.getKind() == PriceKind.RECURRING && price.getAmount() != null;
    return recurs ? price.getRecurrence().monthly(price.getAmount()) : price.getAmount();
  }

  static OfferCard card(OfferVersion version) {
    return new OfferCard(
        version.getId(),
        version.getCode(),
        version.getVersion(),
        version.getNameEn(),
        version.getNamePl(),
        version.getFulfilment(),
        version.isPrepaid(),
        version.getPrices().stream().map(Offers::card).toList(),
        Discount.inOrder(version.getDiscounts()),
        version.getItems().stream().map(item -> item.getMemberCode()).toList());
  }

  private static PriceCard card(Price price) {
    return new PriceCard(
        price.getId(),
        price.getKind(),
        price.getCode(),
        price.getNameEn(),
        price.getNamePl(),
        price.getAmount(),
        price.getCurrency(),
        price.isInAdvance(),
        price.getTariffCode(),
        price.getVatCategory(),
        price.getRecurrence(),
        price.getProration(),
        price.getTermMonths());
  }

  private TypedQuery<OfferVersion> query(String jpql) {
    return em.createQuery(jpql, OfferVersion.class);
  }

  /** Prices and bundle items of all versions come by one statement each. */
  private static List<OfferVersion> whole(TypedQuery<OfferVersion> query) {
    return query
        .setHint("eclipselink.batch.type", "IN")
        .setHint("eclipselink.batch", "v.prices")
        .setHint("eclipselink.batch", "v.items")
        .setHint("eclipselink.batch", "v.discounts")
        .getResultList();
  }
}
