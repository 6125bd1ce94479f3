package com.asta.products.service;

import com.asta.common.Msisdn;
import com.asta.common.OperatorZone;
import com.asta.products.model.OfferVersion;
import com.asta.products.model.OrderItem;
import com.asta.products.model.ProductOrder;
import com.asta.products.rules.BundleChoice;
import com.asta.products.rules.BundleMember;
import com.asta.products.rules.BundleRule;
import com.asta.products.rules.BundleUnit;
import com.asta.products.service.NewOrder.Item;
import com.asta.products.service.NewOrder.Member;
import com.asta.products.service.ProductsRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Turns what a customer wants into the items of an order, or refuses it. */
@ApplicationScoped
class OrderIntake {
  private static final String HOME = "PL";

  @Inject private Offers offers;
  @Inject private SubscriptionRows subscriptions;
  @Inject private Promotions promotions;

  /** Fills an order; every refusal comes before anything is delivered. */
  void fill(ProductOrder order, NewOrder wanted) {
    if (wanted.items().isEmpty()) {
      throw new ProductsRefused(Reason.EMPTY_ORDER);
    }
    for (Item item : wanted.items()) {
      OfferVersion version = sold(item.offerVersionId(), wanted.wishedOn());
      if (version.isBundle()) {
        bundle(order, version, item, wanted.wishedOn());
      } else {
        order.add(version, null, false, serviceId(version, item.serviceId()));
      }
    }
    requireFreeNumbers(order);
    promotions.mark(order, wanted.promotions(), OperatorZone.dayOf(order.getPlacedAt()));
  }

  /**
   * A version on sale on a day.
   *
   * @throws ProductsRefused NO_SUCH_OFFER, OFFER_NOT_SOLD
   */
  OfferVersion sold(long offerVersionId, LocalDate day) {
    OfferVersion version = offers.version(offerVersionId);
    if (!version.isSoldOn(day)) {
      throw new ProductsRefused(Reason.OFFER_NOT_SOLD, version.getCode(), version.getVersion());
    }
    return version;
  }

  private void bundle(ProductOrder order, OfferVersion version, Item item, LocalDate day) {
    OrderItem parent = order.add(version, null, false, null);
    Deque<String> first = new ArrayDeque<>();
    if (item.serviceId() != null && !item.serviceId().isBlank()) {
      first.add(item.serviceId());
    }
    Map<String, Deque<String>> numbers = new HashMap<>();
    item.members().forEach(each -> numbers.put(each.offerCode(), numbers(each)));
    for (BundleUnit unit : units(version, item.members())) {
      OfferVersion member =
          offers
              .soldOn(unit.code(), day)
              .orElseThrow(() -> new ProductsRefused(Reason.OFFER_NOT_SOLD, unit.code(), "-"));
      Deque<String> own = numbers.getOrDefault(unit.code(), new ArrayDeque<>());
      boolean takes = member.getFulfilment().needsNumber();
      String number = own.isEmpty() && takes ? first.poll() : own.poll();
      order.add(member, parent, unit.included(), serviceId(member, number));
    }
  }

  private static Deque<String> numbers(Member member) {
    Deque<String> numbers = new ArrayDeque<>();
    member.serviceIds().stream().filter(Objects::nonNull).forEach(numbers::add);
    return numbers;
  }

  private static List<BundleUnit> units(OfferVersion version, List<Member> chosen) {
    List<BundleMember> members = version.design().members();
    Map<String, Integer> quantities = new HashMap<>();
    chosen.forEach(each -> quantities.merge(each.offerCode(), each.quantity(), Integer::sum));
    BundleChoice choice = BundleRule.resolve(members, quantities);
    if (choice instanceof BundleChoice.OutOfRange wrong) {
      BundleMember member = wrong.member();
      throw new ProductsRefused(
          Reason.MEMBER_QUANTITY, member.code(), member.min(), member.max(), wrong.chosen());
    }
    if (choice instanceof BundleChoice.UnknownMember unknown) {
      throw new ProductsRefused(Reason.MEMBER_UNKNOWN, unknown.code());
    }
    return ((BundleChoice.Units) choice).units();
  }

  private static String serviceId(OfferVersion version, String wanted) {
    String text = wanted == null || wanted.isBlank() ? null : wanted.strip();
    if (!version.getFulfilment().needsNumber()) {
      return text;
    }
    if (text == null) {
      throw new ProductsRefused(Reason.NUMBER_MISSING, version.getCode());
    }
    return Msisdn.parse(text, HOME)
        .map(Msisdn::value)
        .orElseThrow(() -> new ProductsRefused(Reason.NUMBER_WRONG, text));
  }

  private void requireFreeNumbers(ProductOrder order) {
    Set<String> numbers = new HashSet<>();
    for (OrderItem item : order.getItems()) {
      if (item.getServiceId() != null && !numbers.add(item.getServiceId())) {
        throw new ProductsRefused(Reason.NUMBER_REPEATED, item.getServiceId());
      }
    }
    List<String> taken = numbers.isEmpty() ? List.of() : subscriptions.takenNumbers(numbers);
    if (!taken.isEmpty()) {
      throw new ProductsRefused(Reason.NUMBER_IN_USE, String.join(", ", taken));
    }
  }
}
