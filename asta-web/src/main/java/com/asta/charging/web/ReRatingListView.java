package com.asta.charging.web;

import com.asta.charging.batch.RepricingJob;
import com.asta.charging.service.ChargingRefused;
import com.asta.charging.service.RepricingCard;
import com.asta.charging.service.RepricingCard.Purpose;
import com.asta.charging.service.RepricingService;
import com.asta.charging.service.RepricingTotals;
import com.asta.charging.service.TariffRow;
import com.asta.charging.service.TariffService;
import com.asta.common.web.PagedModel;
import com.asta.customers.service.CustomerQuery;
import com.asta.customers.service.CustomerRow;
import com.asta.customers.service.CustomerService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.YearMonth;
import java.util.List;

/**
 * Re-ratings of the past, and a new one: some months, all usage or that of a tariff or customer.
 */
@Named
@ViewScoped
public class ReRatingListView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient RepricingService repricings;
  @Inject private transient RepricingJob job;
  @Inject private transient TariffService tariffs;
  @Inject private transient CustomerService customers;

  private String first;
  private String last;
  private String tariffCode;
  private String customer;
  private String reason;
  private transient PagedModel<Row> rows;

  /** A re-rating with what it adds up to, in its first currency. */
  public record Row(RepricingCard card, RepricingTotals totals) {}

  /** Starts the trial and goes to its page. */
  public String start() {
    String code = tariffCode == null || tariffCode.isBlank() ? null : tariffCode;
    long id =
        job.reRating(YearMonth.parse(first), YearMonth.parse(last), code, customerId(), reason);
    return "/charging/repricing.xhtml?faces-redirect=true&id=" + id;
  }

  /** The customer whose number was typed, or null for all. */
  private Long customerId() {
    if (customer == null || customer.isBlank()) {
      return null;
    }
    String number = customer.strip();
    return customers.list(new CustomerQuery(number, null, null, null), 0, 10).stream()
        .filter(row -> row.number().equalsIgnoreCase(number))
        .map(CustomerRow::id)
        .findFirst()
        .orElseThrow(() -> new ChargingRefused(ChargingRefused.Reason.UNKNOWN_CUSTOMER, number));
  }

  public PagedModel<Row> getRows() {
    if (rows == null) {
      rows =
          new PagedModel<>(
              (offset, limit) ->
                  repricings.list(Purpose.RE_RATING, offset, limit).stream()
                      .map(card -> new Row(card, total(card)))
                      .toList(),
              row -> row.card().id());
    }
    return rows;
  }

  private RepricingTotals total(RepricingCard card) {
    return repricings.totals(card.id()).stream().findFirst().orElse(null);
  }

  public List<String> getMonths() {
    return repricings.months().stream().map(YearMonth::toString).toList();
  }

  public List<String> getTariffs() {
    return tariffs.list().stream().map(TariffRow::code).toList();
  }

  public String getFirst() {
    if (first == null) {
      first = getMonths().get(0);
    }
    return first;
  }

  public void setFirst(String first) {
    this.first = first;
  }

  public String getLast() {
    if (last == null) {
      last = getMonths().get(0);
    }
    return last;
  }

  public void setLast(String last) {
    this.last = last;
  }

  public String getTariffCode() {
    return tariffCode;
  }

  public void setTariffCode(String tariffCode) {
    this.tariffCode = tariffCode;
  }

  public String getCustomer() {
    return customer;
  }

  public void setCustomer(String customer) {
    this.customer = customer;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
