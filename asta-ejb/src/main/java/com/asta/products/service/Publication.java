package com.asta.products.service;

import com.asta.common.service.OperatorProfile;
import com.asta.products.model.OfferVersion;
import com.asta.products.rules.BundleMember;
import com.asta.products.rules.CatalogueFacts;
import com.asta.products.rules.CatalogueFacts.PublishedSpan;
import com.asta.products.rules.Discount;
import com.asta.products.rules.OfferDesign;
import com.asta.products.rules.OfferDesign.DesignedPrice;
import com.asta.products.rules.OfferStatus;
import com.asta.products.rules.PublicationProblem;
import com.asta.products.rules.PublicationRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Gathers what the publication rule has to know about the rest of the catalogue. */
@ApplicationScoped
class Publication {
  @Inject private Offers offers;
  @Inject private Instance<SchemeDirectory> schemes;
  @Inject private Promotions promotions;
  @Inject private OperatorProfile profile;

  List<PublicationProblem> problems(OfferVersion draft) {
    OfferDesign design = draft.design();
    return PublicationRule.problems(
        design,
        new CatalogueFacts(
            spans(others(draft)),
            tariffs(design),
            members(design),
            profile.operator().currency(),
            promotions.known(
                design.discounts().stream()
                    .map(Discount::subject)
                    .filter(Objects::nonNull)
                    .toList())));
  }

  Optional<OfferVersion> superseded(OfferVersion draft) {
    List<OfferVersion> others = others(draft);
    return PublicationRule.superseded(draft.getValidFrom(), spans(others))
        .flatMap(
            span ->
                others.stream().filter(each -> each.getVersion() == span.version()).findFirst());
  }

  private List<OfferVersion> others(OfferVersion draft) {
    return offers.versionsOf(draft.getCode()).stream()
        .filter(each -> each.getStatus() == OfferStatus.ACTIVE)
        .filter(each -> each.getVersion() != draft.getVersion())
        .toList();
  }

  private Set<String> tariffs(OfferDesign design) {
    return design.prices().stream()
        .map(DesignedPrice::tariffCode)
        .filter(Objects::nonNull)
        .filter(code -> schemes.stream().anyMatch(directory -> directory.exists(code)))
        .collect(Collectors.toSet());
  }

  private Map<String, List<PublishedSpan>> members(OfferDesign design) {
    Set<String> codes =
        design.members().stream().map(BundleMember::code).collect(Collectors.toSet());
    return offers.published(codes).stream()
        .collect(
            Collectors.groupingBy(
                OfferVersion::getCode, Collectors.mapping(Publication::span, Collectors.toList())));
  }

  private static List<PublishedSpan> spans(List<OfferVersion> versions) {
    return versions.stream().map(Publication::span).toList();
  }

  private static PublishedSpan span(OfferVersion version) {
    return new PublishedSpan(
        version.getVersion(), version.getValidFrom(), version.getValidTo(), version.isBundle());
  }
}
