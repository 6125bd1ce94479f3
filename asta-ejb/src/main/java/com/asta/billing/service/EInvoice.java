package com.asta.billing.service;

import com.asta.billing.rules.ItemKind;
import com.asta.billing.rules.LinePrice;
import com.asta.billing.rules.VatTreatment;
import com.asta.common.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * An invoice (380) or a credit note (381) as UBL 2.1 by EN 16931-1. The amounts of a credit note
 * are those it gives back, so above zero. What a person or a discount took off is an allowance;
 * what rounding once per rate changed is an allowance or charge of its own, so that every sum adds
 * up exactly.
 */
final class EInvoice {
  private static final String CUSTOMIZATION = "urn:cen.eu:en16931:2017";
  private static final String CREDIT_TRANSFER = "30";
  private static final String ONE = "C62";

  private final InvoiceDocument invoice;
  private final InvoiceRow head;
  private final boolean credit;
  private final String language;
  private final String currency;
  private final UblXml xml;

  /** An allowance (below zero) or a charge of the whole document. */
  private record Extra(String reason, Money amount, TaxRow tax) {}

  private EInvoice(InvoiceDocument invoice) throws XMLStreamException {
    this.invoice = invoice;
    head = invoice.head();
    credit = invoice.isCreditNote();
    language = "PL".equals(invoice.buyer().country()) ? "pl" : "en";
    currency = head.gross().currency();
    xml = new UblXml(credit ? "CreditNote" : "Invoice");
  }

  /** The document in UTF-8. */
  static byte[] xml(InvoiceDocument invoice) {
    try {
      return new EInvoice(invoice).write();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Document " + invoice.head().number(), e);
    }
  }

  private byte[] write() throws XMLStreamException {
    List<InvoiceLine> lines = invoice.lines().stream().filter(l -> !isAllowance(l)).toList();
    List<Extra> extras = extras();
    writeHead();
    xml.in("AccountingSupplierParty", () -> writeParty(invoice.seller()));
    xml.in("AccountingCustomerParty", () -> writeParty(invoice.buyer()));
    writePayment();
    for (Extra extra : extras) {
      xml.in("AllowanceCharge", () -> writeExtra(extra));
    }
    xml.in("TaxTotal", this::writeTaxes);
    xml.in("LegalMonetaryTotal", () -> writeTotals(lines, extras));
    for (InvoiceLine line : lines) {
      xml.in(credit ? "CreditNoteLine" : "InvoiceLine", () -> writeLine(line));
    }
    return xml.end();
  }

  private void writeHead() throws XMLStreamException {
    xml.text("CustomizationID", CUSTOMIZATION);
    xml.text("ID", head.number());
    xml.text("IssueDate", head.issuedOn());
    if (!credit) {
      xml.text("DueDate", head.dueOn());
    }
    xml.text(credit ? "CreditNoteTypeCode" : "InvoiceTypeCode", head.kind().code());
    xml.text("Note", credit ? invoice.corrected().text() : null);
    xml.text("DocumentCurrencyCode", currency);
    xml.text("BuyerReference", head.accountNumber());
    xml.in(
        "InvoicePeriod",
        () -> {
          xml.text("StartDate", head.periodStart());
          xml.text("EndDate", head.periodEnd().minusDays(1));
        });
    if (credit) {
      xml.in("BillingReference", () -> xml.in("InvoiceDocumentReference", this::writeCorrected));
    }
  }

  private void writeCorrected() throws XMLStreamException {
    xml.text("ID", invoice.corrected().number());
    xml.text("IssueDate", invoice.corrected().issuedOn());
  }

  private void writeParty(Party party) throws XMLStreamException {
    String vatId = party.nip() == null ? "" : party.nip();
    String prefixed = vatId.matches("\\d+") ? "PL" + vatId : vatId;
    xml.in(
        "Party",
        () -> {
          xml.text("EndpointID", party.email(), "schemeID", "EM");
          xml.in("PostalAddress", () -> writeAddress(party));
          if (!prefixed.isEmpty() && !isOutsideScope()) {
            xml.in(
                "PartyTaxScheme",
                () -> {
                  xml.text("CompanyID", prefixed);
                  writeScheme();
                });
          }
          xml.in(
              "PartyLegalEntity",
              () -> {
                xml.text("RegistrationName", party.name());
                xml.text("CompanyID", vatId);
              });
          if (party.email() != null || party.phone() != null) {
            xml.in(
                "Contact",
                () -> {
                  xml.text("Telephone", party.phone());
                  xml.text("ElectronicMail", party.email());
                });
          }
        });
  }

  private void writeAddress(Party party) throws XMLStreamException {
    xml.text("StreetName", party.street());
    xml.text("CityName", party.city());
    xml.text("PostalZone", party.postalCode());
    xml.in("Country", () -> xml.text("IdentificationCode", party.country()));
  }

  private void writePayment() throws XMLStreamException {
    if (credit) {
      String terms = "pl".equals(language) ? "Na poczet konta " : "Credited to account ";
      xml.in("PaymentTerms", () -> xml.text("Note", terms + head.accountNumber()));
      return;
    }
    xml.in(
        "PaymentMeans",
        () -> {
          xml.text("PaymentMeansCode", CREDIT_TRANSFER);
          xml.text("PaymentID", head.number());
          xml.in("PayeeFinancialAccount", () -> xml.text("ID", invoice.seller().iban()));
        });
  }

  private void writeExtra(Extra extra) throws XMLStreamException {
    xml.text("ChargeIndicator", extra.amount().isPositive());
    xml.text("AllowanceChargeReason", extra.reason());
    xml.amount("Amount", absolute(extra.amount()));
    writeCategory("TaxCategory", extra.tax());
  }

  private void writeTaxes() throws XMLStreamException {
    xml.amount("TaxAmount", shown(head.tax()));
    for (TaxRow tax : invoice.taxes()) {
      xml.in(
          "TaxSubtotal",
          () -> {
            xml.amount("TaxableAmount", shown(tax.net()));
            xml.amount("TaxAmount", shown(tax.tax()));
            xml.in(
                "TaxCategory",
                () -> {
                  writeRate(tax);
                  xml.text("TaxExemptionReasonCode", reasonCode(tax.treatment()));
                  xml.text("TaxExemptionReason", tax.why(language));
                  writeScheme();
                });
          });
    }
  }

  private void writeTotals(List<InvoiceLine> lines, List<Extra> extras) throws XMLStreamException {
    Money allowances = Money.zero(currency);
    Money charges = Money.zero(currency);
    for (Extra extra : extras) {
      if (extra.amount().isNegative()) {
        allowances = allowances.minus(extra.amount());
      } else {
        charges = charges.plus(extra.amount());
      }
    }
    xml.amount(
        "LineExtensionAmount",
        Money.sum(lines.stream().map(line -> shown(line.net())).toList(), currency));
    xml.amount("TaxExclusiveAmount", shown(head.net()));
    xml.amount("TaxInclusiveAmount", shown(head.gross()));
    if (!allowances.isZero()) {
      xml.amount("AllowanceTotalAmount", allowances);
    }
    if (!charges.isZero()) {
      xml.amount("ChargeTotalAmount", charges);
    }
    xml.amount("PayableAmount", shown(head.gross()));
  }

  /**
   * Quantity and price as printed; where the printed price is an average, the price is that of the
   * whole quantity, so that quantity and price never lose a cent.
   */
  private void writeLine(InvoiceLine line) throws XMLStreamException {
    Money net = shown(line.net());
    LinePrice price = line.price();
    boolean printed = price != null && !price.average();
    boolean measured = !printed && line.quantity() != null && line.quantity().signum() != 0;
    BigDecimal quantity = measured ? line.quantity().abs() : BigDecimal.ONE;
    if (printed) {
      quantity = price.quantity().abs();
    }
    BigDecimal invoiced = net.isNegative() ? quantity.negate() : quantity;
    BigDecimal base = printed ? BigDecimal.ONE : quantity;
    Money amount = printed ? price.price() : absolute(net);
    String unit = measured ? unitCode(line.unit()) : ONE;
    xml.text("ID", line.line());
    xml.quantity(credit ? "CreditedQuantity" : "InvoicedQuantity", invoiced, unit);
    xml.amount("LineExtensionAmount", net);
    xml.in(
        "InvoicePeriod",
        () -> {
          xml.text("StartDate", line.periodStart());
          xml.text("EndDate", line.lastDay());
        });
    xml.in("Item", () -> writeItem(line));
    xml.in(
        "Price",
        () -> {
          xml.amount("PriceAmount", amount);
          xml.quantity("BaseQuantity", base, unit);
        });
  }

  private void writeItem(InvoiceLine line) throws XMLStreamException {
    xml.text("Name", line.text(language));
    writeCategory("ClassifiedTaxCategory", taxOf(line.vatLabel()));
    if (line.serviceId() != null) {
      xml.in(
          "AdditionalItemProperty",
          () -> {
            xml.text("Name", "pl".equals(language) ? "Numer usługi" : "Service number");
            xml.text("Value", line.serviceId());
          });
    }
  }

  private void writeCategory(String element, TaxRow tax) throws XMLStreamException {
    xml.in(
        element,
        () -> {
          writeRate(tax);
          writeScheme();
        });
  }

  private void writeRate(TaxRow tax) throws XMLStreamException {
    xml.text("ID", tax.treatment().code());
    if (tax.treatment() != VatTreatment.OUTSIDE_SCOPE) {
      xml.text("Percent", tax.percent().stripTrailingZeros().toPlainString());
    }
  }

  private void writeScheme() throws XMLStreamException {
    xml.in("TaxScheme", () -> xml.text("ID", "VAT"));
  }

  private List<Extra> extras() {
    List<Extra> extras = new ArrayList<>();
    for (InvoiceLine line : invoice.lines()) {
      if (isAllowance(line)) {
        extras.add(new Extra(line.text(language), shown(line.net()), taxOf(line.vatLabel())));
      }
    }
    for (TaxRow tax : invoice.taxes()) {
      if (!tax.rounding().isZero()) {
        String reason = "pl".equals(language) ? "Zaokrąglenie w stawce VAT" : "Rounding per rate";
        extras.add(new Extra(reason, shown(tax.rounding()), tax));
      }
    }
    return extras;
  }

  private boolean isAllowance(InvoiceLine line) {
    boolean reduces = line.kind() == ItemKind.MANUAL || line.kind() == ItemKind.DISCOUNT;
    return reduces && shown(line.net()).isNegative();
  }

  private TaxRow taxOf(String label) {
    return invoice.taxes().stream()
        .filter(tax -> tax.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No tax of rate " + label));
  }

  private boolean isOutsideScope() {
    return invoice.taxes().stream().anyMatch(t -> t.treatment() == VatTreatment.OUTSIDE_SCOPE);
  }

  private Money shown(Money amount) {
    return credit ? amount.negated() : amount;
  }

  private static Money absolute(Money amount) {
    return amount.isNegative() ? amount.negated() : amount;
  }

  private static String reasonCode(VatTreatment treatment) {
    return switch (treatment) {
      case REVERSE_CHARGE -> "VATEX-EU-AE";
      case OUTSIDE_SCOPE -> "VATEX-EU-O";
      default -> null;
    };
  }

  /** UN/ECE recommendation 20. */
  private static String unitCode(String unit) {
    return switch (unit == null ? "" : unit) {
      case "s" -> "SEC";
      case "octet" -> "AD";
      default -> ONE;
    };
  }
}
