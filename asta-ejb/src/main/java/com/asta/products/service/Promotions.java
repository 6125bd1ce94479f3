package com.asta.products.service;

import com.asta.common.service.Database;
import com.asta.products.model.OfferVersion;
import com.asta.products.model.OrderItem;
import com.asta.products.model.ProductOrder;
import com.asta.products.model.Promotion;
import com.asta.products.rules.Discount;
import com.asta.products.rules.DiscountCondition;
import com.asta.products.service.ProductsRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The stored promotions and who redeemed them. */
@ApplicationScoped
class Promotions {
  @PersistenceContext private EntityManager em;
  @Inject private Projections projections;

  void add(Promotion promotion) {
    em.persist(promotion);
    em.flush();
  }

  Promotion find(long id) {
    return Optional.ofNullable(em.find(Promotion.class, id))
        .orElseThrow(() -> new ProductsRefused(Reason.PROMOTION_UNKNOWN, id));
  }

  Optional<Promotion> byCode(String code) {
    return em.createQuery("select p from Promotion p where p.code = :code", Promotion.class)
        .setParameter("code", code)
        .getResultStream()
        .findFirst();
  }

  /** Those of the codes that exist. */
  Set<String> known(Collection<String> codes) {
    return codes.isEmpty()
        ? Set.of()
        : projections
            .list(
                "select code from products.promotion where code = any(?)",
                row -> row.getString(1),
                codes)
            .stream()
            .collect(Collectors.toSet());
  }

  List<PromotionRow> list(String text, LocalDate today, int offset, int limit) {
    String part = text == null ? "" : text.strip().replace("%", "");
    return projections.list(
        "select *, not stopped and valid_from <= ? and (valid_to is null or valid_to > ?)"
            + " and redeemed < redemption_limit as open from products.promotion"
            + " where ? = '' or code ilike ? or name_en ilike ? or name_pl ilike ?"
            + " order by id desc offset ? limit ?",
        row ->
            new PromotionRow(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name_en"),
                row.getString("name_pl"),
                Database.date(row, "valid_from"),
                Database.date(row, "valid_to"),
                row.getInt("redemption_limit"),
                row.getInt("redeemed"),
                row.getBoolean("exclusive"),
                row.getBoolean("stopped"),
                row.getBoolean("open")),
        today,
        today,
        part,
        "%" + part + "%",
        "%" + part + "%",
        "%" + part + "%",
        offset,
        limit);
  }

  /**
   * Marks the items of an order with the promotions that their discounts name.
   *
   * @throws ProductsRefused PROMOTION_UNKNOWN, PROMOTION_NOT_VALID, PROMOTION_USED_UP,
   *     PROMOTION_EXCLUSIVE, PROMOTION_WITHOUT_EFFECT
   */
  void mark(ProductOrder order, Collection<String> wanted, LocalDate day) {
    Set<String> codes = codes(wanted);
    for (String code : codes) {
      Promotion promotion =
          byCode(code).orElseThrow(() -> new ProductsRefused(Reason.PROMOTION_UNKNOWN, code));
      if (!promotion.isValidOn(day)) {
        throw new ProductsRefused(Reason.PROMOTION_NOT_VALID, code);
      }
      if (promotion.getRedeemed() >= promotion.getRedemptionLimit()) {
        throw new ProductsRefused(Reason.PROMOTION_USED_UP, code);
      }
      if (promotion.isExclusive() && codes.size() > 1) {
        throw new ProductsRefused(Reason.PROMOTION_EXCLUSIVE, code);
      }
      if (order.getItems().stream().noneMatch(item -> isReduced(item, code))) {
        throw new ProductsRefused(Reason.PROMOTION_WITHOUT_EFFECT, code);
      }
    }
    for (OrderItem item : order.getItems()) {
      item.promote(codes.stream().filter(code -> isReduced(item, code)).toList());
    }
  }

  /**
   * Counts the redemptions of an order. Who redeems the same code at the same moment waits here,
   * and the limit holds for all of them together.
   *
   * @throws ProductsRefused PROMOTION_USED_UP, PROMOTION_REDEEMED
   */
  void redeem(ProductOrder order, Collection<String> wanted) {
    for (String code : codes(wanted)) {
      int counted =
          projections.update(
              "update products.promotion set redeemed = redeemed + 1"
                  + " where code = ? and redeemed < redemption_limit and not stopped",
              code);
      if (counted == 0) {
        throw new ProductsRefused(Reason.PROMOTION_USED_UP, code);
      }
      int first =
          projections.update(
              "insert into products.redemption (promotion_id, order_id, customer_id, redeemed_at)"
                  + " select id, ?, ?, ? from products.promotion where code = ?"
                  + " on conflict do nothing",
              order.getId(),
              order.getCustomerId(),
              order.getPlacedAt().atOffset(ZoneOffset.UTC),
              code);
      if (first == 0) {
        throw new ProductsRefused(Reason.PROMOTION_REDEEMED, code);
      }
    }
  }

  /** An order of which nothing was delivered gives its redemptions back. */
  void release(long orderId) {
    projections.update(
        "with gone as (delete from products.redemption where order_id = ? returning promotion_id)"
            + " update products.promotion p set redeemed = redeemed - 1 from gone"
            + " where gone.promotion_id = p.id",
        orderId);
  }

  /** As typed: blanks apart, in capitals, each once; sorted, so that locks are taken in order. */
  static Set<String> codes(Collection<String> wanted) {
    Set<String> codes = new TreeSet<>();
    wanted.stream()
        .map(code -> code.strip().toUpperCase(Locale.ROOT))
        .filter(code -> !code.isEmpty())
        .forEach(codes::add);
    return codes;
  }

  private static boolean isReduced(OrderItem item, String code) {
    return !item.isIncluded() && names(item.getVersion(), code);
  }

  private static boolean names(OfferVersion version, String code) {
    return version.getDiscounts().stream().anyMatch(each -> names(each, code));
  }

  private static boolean names(Discount discount, String code) {
    return discount.condition() == DiscountCondition.PROMOTION && code.equals(discount.subject());
  }
}
