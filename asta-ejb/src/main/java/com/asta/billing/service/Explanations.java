package com.asta.billing.service;

import com.asta.billing.rules.ItemKind;
import com.asta.billing.rules.ProratedPeriod;
import com.asta.charging.service.UsageRecord;
import com.asta.charging.service.UsageService;
import com.asta.common.Money;
import com.asta.common.service.Database;
import com.asta.products.rules.Discount;
import com.asta.products.service.CatalogueService;
import com.asta.products.service.OfferCard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Finds what stands behind a bill item. */
@ApplicationScoped
class Explanations {
  private record Entry(String by, Instant at) {}

  @Inject private Database sql;
  @Inject private CatalogueService catalogue;
  @Inject private UsageService usage;

  /**
   * Explains an item.
   *
   * @param reduced the item that a discount reduces, else null
   */
  ItemExplanation of(BillItemRow item, BillItemRow reduced) {
    OfferCard offer = offer(item);
    Entry entry = entry(item);
    return new ItemExplanation(
        item,
        offer == null ? null : offer.code(),
        offer == null ? null : offer.version(),
        offer == null ? null : offer.nameEn(),
        offer == null ? null : offer.namePl(),
        entry == null ? null : entry.by(),
        entry == null ? null : entry.at(),
        discount(item, offer),
        reduced,
        spent(item, offer));
  }

  private static Discount discount(BillItemRow item, OfferCard offer) {
    if (!item.isDiscount() || offer == null) {
      return null;
    }
    return offer.discounts().stream()
        .filter(each -> each.code().equals(item.chargeCode()))
        .findFirst()
        .orElse(null);
  }

  /** What was missing to a minimum tells what was spent, unless it was reached. */
  private static Money spent(BillItemRow item, OfferCard offer) {
    if (item.kind() != ItemKind.MINIMUM || item.net().isZero() || offer == null) {
      return null;
    }
    return offer.prices().stream()
        .filter(price -> price.id() == item.priceId())
        .map(
            price ->
                new ProratedPeriod(item.period(), item.nominal(), price.proration(), item.start())
                    .of(item.unitPrice())
                    .minus(item.net()))
        .findFirst()
        .orElse(null);
  }

  List<UsageRecord> usage(BillItemRow item, int offset, int limit) {
    if (!item.isUsage()) {
      return List.of();
    }
    return usage.records(
        item.accountId(),
        item.subscriptionId(),
        item.chargeCode(),
        item.period().start(),
        item.period().end(),
        offset,
        limit);
  }

  private OfferCard offer(BillItemRow item) {
    if (item.offerVersionId() == null) {
      return null;
    }
    Map<Long, OfferCard> found = catalogue.offerVersions(List.of(item.offerVersionId()));
    return found.get(item.offerVersionId());
  }

  private Entry entry(BillItemRow item) {
    if (item.manualChargeId() == null) {
      return null;
    }
    return sql.first(
            "select entered_by, entered_at from billing.manual_charge where id = ?",
            row -> new Entry(row.getString("entered_by"), Database.instant(row, "entered_at")),
            item.manualChargeId())
        .orElse(null);
  }
}
