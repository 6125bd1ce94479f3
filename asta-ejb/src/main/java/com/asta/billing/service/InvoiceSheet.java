package com.asta.billing.service;

import com.asta.charging.service.UsageRecord;
import com.asta.common.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An invoice laid out for print: its lines by service, and the events behind them if wanted.
 *
 * @param calls the events of a line, by the line's number; empty unless asked for
 */
public record InvoiceSheet(
    InvoiceDocument invoice, List<Service> services, Map<Integer, List<UsageRecord>> calls) {
  /** More lines than this go to a page of their own, and the first page sums them by service. */
  private static final int LINES_ON_FIRST_PAGE = 8;

  /** The lines of one subscription, or those that belong to the account. */
  public record Service(InvoiceLine first, List<InvoiceLine> lines) {
    public boolean isOfAccount() {
      return first.subscriptionId() == null;
    }

    /** The number the service is known by; null if it has none. */
    public String number() {
      return first.serviceId();
    }

    public Money net() {
      return Money.sum(lines.stream().map(InvoiceLine::net).toList(), first.net().currency());
    }
  }

  /** The events of one line. */
  public record Calls(InvoiceLine line, List<UsageRecord> events) {}

  static InvoiceSheet of(InvoiceDocument invoice, Map<Integer, List<UsageRecord>> calls) {
    Map<Long, List<InvoiceLine>> bySubscription = new LinkedHashMap<>();
    for (InvoiceLine line : invoice.lines()) {
      Long key = line.subscriptionId() == null ? Long.valueOf(0) : line.subscriptionId();
      bySubscription.computeIfAbsent(key, id -> new ArrayList<>()).add(line);
    }
    List<Service> services =
        bySubscription.values().stream().map(lines -> new Service(lines.get(0), lines)).toList();
    return new InvoiceSheet(invoice, services, calls);
  }

  public boolean isLong() {
    return invoice.lines().size() > LINES_ON_FIRST_PAGE;
  }

  /** Lines with their events, in the order of the lines. */
  public List<Calls> detail() {
    return invoice.lines().stream()
        .filter(line -> calls.containsKey(line.line()))
        .map(line -> new Calls(line, calls.get(line.line())))
        .toList();
  }
}
