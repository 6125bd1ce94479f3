package com.asta.billing.service;

import com.asta.charging.service.UsageRecord;
import com.asta.common.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An invoice laid out for print: its lines by service, and the events behind them if wanted.
 *
 * @param calls the events of a line, by the line's number; empty unless asked for
 * @param statement true for the lines of an account that the buyer pays for: nothing is to pay
 */
public record InvoiceSheet(
    InvoiceDocument invoice,
    List<Service> services,
    Map<Integer, List<UsageRecord>> calls,
    boolean statement) {
  /** More lines than this go to a page of their own, and the first page sums them by service. */
  private static final int LINES_ON_FIRST_PAGE = 8;

  /**
   * The lines of one subscription, or those that belong to the account.
   *
   * @param ownerNet sum of all services of the same owner, with the first of them; else null
   */
  public record Service(InvoiceLine first, List<InvoiceLine> lines, Money ownerNet) {
    /** Account and name of whom it is paid for; null for the buyer's own. */
    public String owner() {
      return first.owner();
    }

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

  private record Key(String owner, Long subscriptionId) {}

  /** The events of one line. */
  public record Calls(InvoiceLine line, List<UsageRecord> events) {}

  static InvoiceSheet of(InvoiceDocument invoice, Map<Integer, List<UsageRecord>> calls) {
    Map<Key, List<InvoiceLine>> byKey = new LinkedHashMap<>();
    Map<String, Money> byOwner = new HashMap<>();
    for (InvoiceLine line : invoice.lines()) {
      byKey
          .computeIfAbsent(new Key(line.owner(), line.subscriptionId()), id -> new ArrayList<>())
          .add(line);
      byOwner.merge(line.owner() == null ? "" : line.owner(), line.net(), Money::plus);
    }
    List<Service> services = new ArrayList<>();
    String last = "";
    for (Map.Entry<Key, List<InvoiceLine>> each : byKey.entrySet()) {
      String owner = each.getKey().owner() == null ? "" : each.getKey().owner();
      Money sum = owner.equals(last) ? null : byOwner.get(owner);
      services.add(new Service(each.getValue().get(0), each.getValue(), sum));
      last = owner;
    }
    return new InvoiceSheet(invoice, services, calls, false);
  }

  /** What an invoice says of an account that its buyer pays for. */
  static InvoiceSheet statement(InvoiceDocument linesOfOwner) {
    InvoiceSheet sheet = of(linesOfOwner, Map.of());
    return new InvoiceSheet(linesOfOwner, sheet.services, Map.of(), true);
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
