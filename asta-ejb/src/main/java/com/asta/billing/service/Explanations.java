package com.asta.billing.service;

import com.asta.charging.service.UsageRecord;
import com.asta.charging.service.UsageService;
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

  @Inject private Sql sql;
  @Inject private CatalogueService catalogue;
  @Inject private UsageService usage;

  ItemExplanation of(BillItemRow item) {
    OfferCard offer = offer(item);
    Entry entry = entry(item);
    return new ItemExplanation(
        item,
        offer == null ? null : offer.code(),
        offer == null ? null : offer.version(),
        offer == null ? null : offer.nameEn(),
        offer == null ? null : offer.namePl(),
        entry == null ? null : entry.by(),
        entry == null ? null : entry.at());
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
            row -> new Entry(row.getString("entered_by"), Sql.instant(row, "entered_at")),
            item.manualChargeId())
        .orElse(null);
  }
}
