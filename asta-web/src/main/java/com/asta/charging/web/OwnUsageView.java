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

  private YearMonth month;
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
              (offset, limit) -> usage.records(from(), to(), offset, limit),
              row -> row.source() + "/" + row.eventKey() + "/" + row.at().toEpochMilli());
    }
    return records;
  }

  public YearMonth getMonth() {
    if (month == null) {
      month = YearMonth.from(today());
    }
    return month;
  }

  /** Shows another month. */
  public void move(int months) {
    month = getMonth().plusMonths(months);
    board = null;
    allowances = null;
    records = null;
  }

  public boolean isLatest() {
    return !getMonth().isBefore(YearMonth.from(today()));
  }

  private LocalDate from() {
    return getMonth().atDay(1);
  }

  private LocalDate to() {
    return getMonth().plusMonths(1).atDay(1);
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(OperatorZone.ID));
  }
}
