package com.asta.charging.web;

import com.asta.charging.service.AllowanceUse;
import com.asta.charging.service.BucketRow;
import com.asta.charging.service.PrepaidCard;
import com.asta.charging.service.PrepaidService;
import com.asta.charging.service.UsageRecord;
import com.asta.charging.service.UsageService;
import com.asta.charging.service.UsageTotals;
import com.asta.common.OperatorZone;
import com.asta.common.web.PagedModel;
import com.asta.customers.service.AccountCard;
import com.asta.customers.service.CustomerService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** The usage tab of a customer: a month at a time. */
@Named
@ViewScoped
public class UsageOfCustomerView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CustomerService customers;
  @Inject private UsageTotals totals;
  @Inject private UsageService usage;
  @Inject private PrepaidService prepaid;
  @Inject private Clock clock;

  private Long customerId;
  private List<Long> accountIds = List.of();
  private UsageFilter filter;
  private transient UsageBoard board;
  private transient List<AllowanceUse> allowances;
  private transient List<PrepaidCard> prepaidCards;
  private transient List<BucketRow> buckets;
  private transient PagedModel<UsageRecord> records;

  /** The month's board; the fragment that includes this says for whom. */
  public UsageBoard board(Long id) {
    if (!id.equals(customerId)) {
      customerId = id;
      accountIds = customers.accountsOf(id).stream().map(AccountCard::id).toList();
      forget();
    }
    if (board == null) {
      board = UsageBoard.of(getMonth(), totals.ofAccounts(accountIds, from(), to()));
    }
    return board;
  }

  public List<AllowanceUse> getAllowances() {
    if (allowances == null) {
      LocalDate today = today();
      LocalDate last = to().minusDays(1);
      allowances = usage.allowances(accountIds, today.isBefore(last) ? today : last);
    }
    return allowances;
  }

  public List<PrepaidCard> getPrepaid() {
    if (prepaidCards == null) {
      prepaidCards = prepaid.ofAccounts(accountIds);
    }
    return prepaidCards;
  }

  /** What the accounts and their groups can still use. */
  public List<BucketRow> getBuckets() {
    if (buckets == null) {
      buckets = prepaid.buckets(getPrepaid().stream().map(PrepaidCard::id).toList());
    }
    return buckets;
  }

  public PagedModel<UsageRecord> getRecords() {
    if (records == null) {
      records =
          new PagedModel<>(
              (offset, limit) ->
                  usage.records(
                      accountIds, filter().kind(), filter().from(), filter().to(), offset, limit),
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
    forget();
  }

  public boolean isLatest() {
    return !getMonth().isBefore(YearMonth.from(today()));
  }

  private void forget() {
    board = null;
    allowances = null;
    prepaidCards = null;
    buckets = null;
    records = null;
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
