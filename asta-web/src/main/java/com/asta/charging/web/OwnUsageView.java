package com.asta.charging.web;

import com.asta.charging.service.AllowanceUse;
import com.asta.charging.service.BucketRow;
import com.asta.charging.service.OwnBalanceService;
import com.asta.charging.service.OwnUsageService;
import com.asta.charging.service.PrepaidCard;
import com.asta.charging.service.UsageRecord;
import com.asta.common.OperatorZone;
import com.asta.common.web.PagedModel;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** The signed-in customer's own usage: a month at a time. */
@Named
@ViewScoped
public class OwnUsageView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private OwnUsageService usage;
  @Inject private OwnBalanceService balances;
  @Inject private Clock clock;

  private UsageFilter filter;
  private transient UsageBoard board;
  private transient List<AllowanceUse> allowances;
  private transient List<PrepaidCard> prepaidCards;
  private transient List<BucketRow> buckets;
  private transient PagedModel<UsageRecord> records;

  public UsageBoard getBoard() {
    if (board == null) {
      board = UsageBoard.of(getMonth(), usage.totals(from(), to()));
    }
    return board;
  }

  public List<AllowanceUse> getAllowances() {
    if (allowances == null) {
      LocalDate today = today();
      LocalDate last = to().minusDays(1);
      allowances = usage.allowances(today.isBefore(last) ? today : last);
    }
    return allowances;
  }

  public List<PrepaidCard> getPrepaid() {
    if (prepaidCards == null) {
      prepaidCards = usage.prepaid();
    }
    return prepaidCards;
  }

  /** What the accounts and their groups can still use. */
  public List<BucketRow> getBuckets() {
    if (buckets == null) {
      buckets = balances.buckets();
    }
    return buckets;
  }

  public PagedModel<UsageRecord> getRecords() {
    if (records == null) {
      records =
          new PagedModel<>(
              (offset, limit) ->
                  usage.records(filter().kind(), filter().from(), filter().to(), offset, limit),
              row -> row.source() + "/" + row.eventKey() + "/" + row.at().toEpochMilli());
    }
    return records;
  }

  public YearMonth getMonth() {
    return filter().getMonth();
  }

  public UsageFilter getFilter() {
    return filter();
  }

  private UsageFilter filter() {
    if (filter == null) {
      filter = new UsageFilter(YearMonth.from(today()));
    }
    return filter;
  }

  /** Shows another month. */
  public void move(int months) {
    filter().move(months);
    board = null;
    allowances = null;
    records = null;
  }

  public boolean isLatest() {
    return !getMonth().isBefore(YearMonth.from(today()));
  }

  private LocalDate from() {
    return filter().monthFrom();
  }

  private LocalDate to() {
    return filter().monthTo();
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(OperatorZone.ID));
  }
}
