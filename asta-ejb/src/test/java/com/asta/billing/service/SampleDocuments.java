package com.asta.billing.service;

import com.asta.billing.rules.Correction;
import com.asta.billing.rules.CorrectionReason;
import com.asta.billing.rules.CreditLine;
import com.asta.billing.rules.CreditOutcome;
import com.asta.billing.rules.DocumentKind;
import com.asta.billing.rules.ItemKind;
import com.asta.billing.rules.LineChange;
import com.asta.billing.rules.LineLeft;
import com.asta.billing.rules.LinePrice;
import com.asta.billing.rules.TaxLine;
import com.asta.billing.rules.VatRate;
import com.asta.common.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes invoices and credit notes of positions as the bill run would: rounded once for each rate.
 */
final class SampleDocuments {
  private static final LocalDate OCTOBER = SampleInvoices.OCTOBER;
  private static final LocalDate NOVEMBER = SampleInvoices.NOVEMBER;

  private SampleDocuments() {}

  /** One position: its exact net amount decides the tax. */
  record Position(
      String en,
      String pl,
      String service,
      Long quantity,
      String unit,
      String exact,
      VatRate rate,
      ItemKind kind) {}

  static InvoiceDocument invoice(Party buyer, Position... positions) {
    List<InvoiceLine> lines = new ArrayList<>();
    Map<VatRate, List<Money>> byRate = new LinkedHashMap<>();
    int number = 1;
    for (Position position : positions) {
      Money exact = SampleInvoices.pln(position.exact());
      byRate.computeIfAbsent(position.rate(), rate -> new ArrayList<>()).add(exact);
      lines.add(line(number++, position, exact.rounded()));
    }
    List<TaxLine> taxes =
        byRate.entrySet().stream().map(e -> tax(e.getKey(), e.getValue())).toList();
    return document("FV/2026/11/000123", buyer, lines, taxes, null);
  }

  static InvoiceDocument correction(InvoiceDocument invoice, List<LineChange> changes) {
    Correction correction =
        new Correction(
            invoice.lines().stream()
                .map(l -> new LineLeft(l.line(), l.vatLabel(), l.net(), l.quantity()))
                .toList(),
            invoice.taxes().stream().map(TaxRow::toLine).toList());
    CreditOutcome.Credited credited =
        (CreditOutcome.Credited)
            (changes == null ? correction.reverse() : correction.correct(changes));
    List<InvoiceLine> lines = new ArrayList<>();
    for (CreditLine credit : credited.lines()) {
      lines.add(credited(lines.size() + 1, invoice.lines().get(credit.line() - 1), credit));
    }
    return document(
        "FK/2026/11/000007",
        invoice.buyer(),
        lines,
        credited.taxes(),
        new CorrectedInvoice(
            1,
            invoice.head().number(),
            NOVEMBER,
            CorrectionReason.SERVICE_FAILURE,
            "Awaria łącza 12–20 października"));
  }

  static InvoiceLine owned(InvoiceLine line, String owner) {
    return new InvoiceLine(
        line.line(),
        line.textEn(),
        line.textPl(),
        line.serviceId(),
        line.periodStart(),
        line.periodEnd(),
        line.quantity(),
        line.unit(),
        line.net(),
        line.vatLabel(),
        line.kind(),
        line.subscriptionId(),
        null,
        owner,
        line.price());
  }

  private static InvoiceLine credited(int number, InvoiceLine line, CreditLine credit) {
    return new InvoiceLine(
        number,
        line.textEn(),
        line.textPl(),
        line.serviceId(),
        line.periodStart(),
        line.periodEnd(),
        credit.quantity(),
        line.unit(),
        credit.net(),
        line.vatLabel(),
        line.kind(),
        line.subscriptionId(),
        new InvoiceLine.Before(credit.line(), credit.before(), credit.quantityBefore()),
        line.owner(),
        null);
  }

  private static InvoiceDocument document(
      String number,
      Party buyer,
      List<InvoiceLine> lines,
      List<TaxLine> taxes,
      CorrectedInvoice corrected) {
    Money net = Money.sum(taxes.stream().map(TaxLine::net).toList(), "PLN");
    Money tax = Money.sum(taxes.stream().map(TaxLine::tax).toList(), "PLN");
    InvoiceRow head =
        new InvoiceRow(
            1,
            corrected == null ? DocumentKind.INVOICE : DocumentKind.CREDIT_NOTE,
            corrected == null ? null : corrected.id(),
            number,
            7,
            "A-000123",
            7,
            buyer.name(),
            NOVEMBER,
            NOVEMBER.plusDays(14),
            OCTOBER,
            NOVEMBER,
            net,
            tax,
            net.plus(tax),
            "pl");
    return new InvoiceDocument(
        head,
        SampleInvoices.SELLER,
        buyer,
        lines,
        taxes.stream().map(TaxRow::of).toList(),
        corrected == null ? SampleInvoices.pln("98.40") : SampleInvoices.pln("0"),
        corrected);
  }

  private static InvoiceLine line(int number, Position position, Money shown) {
    return new InvoiceLine(
        number,
        position.en(),
        position.pl(),
        position.service(),
        OCTOBER,
        NOVEMBER,
        position.quantity() == null ? null : BigDecimal.valueOf(position.quantity()),
        position.unit(),
        shown,
        position.rate().label(),
        position.kind(),
        position.kind() == ItemKind.MANUAL ? null : subscription(position.service()),
        null,
        null,
        LinePrice.of(
                position.kind(),
                position.quantity() == null ? null : BigDecimal.valueOf(position.quantity()),
                position.unit(),
                position.kind() == ItemKind.CREDIT
                    ? SampleInvoices.pln("65")
                    : SampleInvoices.pln(position.exact()),
                SampleInvoices.pln(position.exact()))
            .orElse(null));
  }

  private static Long subscription(String service) {
    return service == null ? 11L : Long.valueOf(service.substring(8));
  }

  private static TaxLine tax(VatRate rate, List<Money> exact) {
    Money sum = Money.sum(exact, "PLN");
    Money shown = Money.sum(exact.stream().map(Money::rounded).toList(), "PLN");
    Money net = sum.rounded();
    return new TaxLine(
        rate, net, sum.times(rate.percent().movePointLeft(2)).rounded(), net.minus(shown));
  }
}
