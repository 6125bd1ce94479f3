package com.asta.products.service;

import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Outbox;
import com.asta.common.service.Roles;
import com.asta.products.event.OfferPublished;
import com.asta.products.model.Offer;
import com.asta.products.model.OfferVersion;
import com.asta.products.model.ProductSpecification;
import com.asta.products.rules.FulfilmentKind;
import com.asta.products.rules.OfferDesign;
import com.asta.products.rules.OfferStatus;
import com.asta.products.rules.PublicationProblem;
import com.asta.products.rules.VersionComparison;
import com.asta.products.rules.VersionDifference;
import com.asta.products.service.ProductsRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/**
 * Designs offers and takes them through their lifecycle: draft, check, publish, retire (TMF620).
 */
@Stateless
@RolesAllowed({Roles.PRODUCT_MANAGER, Roles.ADMIN, Roles.SYSTEM})
public class OfferDesignService {
  private static final String SUBJECT = "Offer";

  @Inject private Offers offers;
  @Inject private OfferRows rows;
  @Inject private Publication publication;
  @Inject private Outbox outbox;
  @Inject private AuditLog audit;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * Describes a product that offers can then be made of.
   *
   * @throws ProductsRefused SPECIFICATION_CODE_TAKEN
   */
  public long specify(NewSpecification wanted) {
    if (offers.specification(wanted.code()).isPresent()) {
      throw new ProductsRefused(Reason.SPECIFICATION_CODE_TAKEN, wanted.code());
    }
    var specification = new ProductSpecification(wanted.code(), wanted.fulfilment());
    specification.describe(
        wanted.nameEn(), wanted.namePl(), wanted.descriptionEn(), wanted.descriptionPl());
    offers.add(specification);
    return specification.getId();
  }

  /**
   * Begins a new offer by a draft of its first version.
   *
   * @param specificationCode the product, null for a bundle
   * @return the draft's id
   * @throws ProductsRefused OFFER_CODE_TAKEN
   */
  public long draft(String code, String specificationCode, OfferDesign design) {
    if (offers.byCode(code).isPresent()) {
      throw new ProductsRefused(Reason.OFFER_CODE_TAKEN, code);
    }
    ProductSpecification specification =
        specificationCode == null
            ? null
            : offers
                .specification(specificationCode)
                .orElseThrow(
                    () -> new IllegalArgumentException("no specification " + specificationCode));
    Offer offer = new Offer(code, specification);
    offers.add(offer);
    OfferVersion version = new OfferVersion(offer, 1, fulfilment(offer, design), design);
    offers.add(version);
    audit.record(SUBJECT, offer.getId(), "drafted", "version", null, "1");
    return version.getId();
  }

  /**
   * Begins the next version as a copy of a published one, sold from tomorrow.
   *
   * @throws ProductsRefused DRAFT_EXISTS
   */
  public long draftNext(long offerVersionId) {
    OfferVersion base = offers.locked(offerVersionId);
    List<OfferVersion> versions = offers.versionsOf(base.getCode());
    if (versions.stream().anyMatch(each -> each.getStatus() == OfferStatus.IN_DESIGN)) {
      throw new ProductsRefused(Reason.DRAFT_EXISTS, base.getCode());
    }
    OfferDesign old = base.design();
    OfferDesign next =
        new OfferDesign(
            old.nameEn(),
            old.namePl(),
            old.descriptionEn(),
            old.descriptionPl(),
            old.prepaid(),
            today().plusDays(1),
            null,
            old.prices(),
            old.members(),
            old.discounts());
    int number = versions.get(0).getVersion() + 1;
    OfferVersion version =
        new OfferVersion(base.getOffer(), number, fulfilment(base.getOffer(), next), next);
    offers.add(version);
    audit.record(
        SUBJECT, base.getOffer().getId(), "drafted", "version", null, String.valueOf(number));
    return version.getId();
  }

  /**
   * Replaces the content of a draft.
   *
   * @throws ProductsRefused NOT_A_DRAFT
   */
  public void redesign(long offerVersionId, OfferDesign design) {
    OfferVersion draft = draft(offerVersionId);
    for (VersionDifference each : VersionComparison.differences(draft.design(), design)) {
      String field = each.subject().isEmpty() ? each.field() : each.field() + " " + each.subject();
      audit.change(SUBJECT, draft.getOffer().getId(), field, each.before(), each.after());
    }
    draft.redesign(fulfilment(draft.getOffer(), design), design);
  }

  /** What would keep a draft from being published today; empty when nothing does. */
  public List<PublicationProblem> check(long offerVersionId) {
    return publication.problems(offers.version(offerVersionId));
  }

  /**
   * Publishes a draft: from now on it is immutable. An open version that was sold before ends where
   * this one begins.
   *
   * @throws ProductsRefused NOT_A_DRAFT
   * @throws NotPublishable with every problem found
   */
  public void publish(long offerVersionId) {
    OfferVersion draft = draft(offerVersionId);
    List<PublicationProblem> problems = publication.problems(draft);
    if (!problems.isEmpty()) {
      throw new NotPublishable(draft.getCode(), problems);
    }
    launch(draft);
  }

  /**
   * Publishes a draft of a catalogue that was checked where it comes from: the tariffs of its usage
   * prices may follow later.
   *
   * @throws NotPublishable with every other problem found
   */
  @RolesAllowed(Roles.SYSTEM)
  public void publishImported(long offerVersionId) {
    OfferVersion draft = draft(offerVersionId);
    List<PublicationProblem> problems =
        publication.problems(draft).stream()
            .filter(each -> each.kind() != PublicationProblem.Kind.TARIFF_UNKNOWN)
            .toList();
    if (!problems.isEmpty()) {
      throw new NotPublishable(draft.getCode(), problems);
    }
    launch(draft);
  }

  /**
   * Ends the sale of a published version; who holds it keeps it.
   *
   * @param from the first day it is no longer sold, today or later
   * @throws ProductsRefused BACKDATED, WRONG_STATE
   */
  public void retire(long offerVersionId, LocalDate from) {
    OfferVersion version = offers.locked(offerVersionId);
    if (from.isBefore(today())) {
      throw new ProductsRefused(Reason.BACKDATED, from);
    }
    if (!version.statusOn(today()).mayBecome(OfferStatus.RETIRED)) {
      throw new ProductsRefused(Reason.WRONG_STATE, version.getCode());
    }
    LocalDate day = from.isBefore(version.getValidFrom()) ? version.getValidFrom() : from;
    String before = String.valueOf(version.getValidTo());
    version.endSale(day);
    audit.record(SUBJECT, version.getOffer().getId(), "retired", "validTo", before, day.toString());
  }

  /**
   * Marks a retired version that nobody holds any more.
   *
   * @throws ProductsRefused WRONG_STATE, OFFER_IN_USE
   */
  public void makeObsolete(long offerVersionId) {
    OfferVersion version = offers.locked(offerVersionId);
    if (!version.statusOn(today()).mayBecome(OfferStatus.OBSOLETE)) {
      throw new ProductsRefused(Reason.WRONG_STATE, version.getCode());
    }
    long holders = rows.holders(offerVersionId);
    if (holders > 0) {
      throw new ProductsRefused(Reason.OFFER_IN_USE, version.getCode(), holders);
    }
    version.makeObsolete();
    audit.record(SUBJECT, version.getOffer().getId(), "obsolete", null, null, null);
  }

  /**
   * Drops a draft.
   *
   * @throws ProductsRefused NOT_A_DRAFT
   */
  public void reject(long offerVersionId) {
    OfferVersion draft = draft(offerVersionId);
    draft.reject();
    audit.record(SUBJECT, draft.getOffer().getId(), "rejected", null, null, null);
  }

  /** What differs from the older to the newer of two versions. */
  @RolesAllowed({Roles.PRODUCT_MANAGER, Roles.AGENT, Roles.ADMIN, Roles.SYSTEM})
  public List<VersionDifference> compare(long olderId, long newerId) {
    return VersionComparison.differences(
        offers.version(olderId).design(), offers.version(newerId).design());
  }

  private void launch(OfferVersion draft) {
    publication
        .superseded(draft)
        .ifPresent(
            open -> {
              open.endSale(draft.getValidFrom());
              audit.record(
                  SUBJECT,
                  draft.getOffer().getId(),
                  "superseded",
                  "validTo",
                  null,
                  draft.getValidFrom().toString());
            });
    draft.publish(clock.instant(), user.name());
    audit.record(
        SUBJECT,
        draft.getOffer().getId(),
        "published",
        "version",
        null,
        String.valueOf(draft.getVersion()));
    outbox.publish(
        new OfferPublished(
            draft.getId(),
            draft.getCode(),
            draft.getVersion(),
            draft.getValidFrom(),
            draft.getValidTo()));
  }

  private OfferVersion draft(long offerVersionId) {
    OfferVersion version = offers.locked(offerVersionId);
    if (version.getStatus() != OfferStatus.IN_DESIGN) {
      throw new ProductsRefused(Reason.NOT_A_DRAFT, version.getCode(), version.getVersion());
    }
    return version;
  }

  /** A bundle needs what the heaviest of its members needs. */
  private FulfilmentKind fulfilment(Offer offer, OfferDesign design) {
    if (!offer.isBundle()) {
      return offer.getFulfilment();
    }
    List<FulfilmentKind> kinds =
        design.members().stream()
            .flatMap(member -> offers.byCode(member.code()).stream())
            .map(Offer::getFulfilment)
            .toList();
    if (kinds.contains(FulfilmentKind.FIBRE)) {
      return FulfilmentKind.FIBRE;
    }
    return kinds.contains(FulfilmentKind.MOBILE) ? FulfilmentKind.MOBILE : FulfilmentKind.NONE;
  }

  private LocalDate today() {
    return OperatorZone.dayOf(clock.instant());
  }
}
