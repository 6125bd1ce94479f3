package com.asta.billing.service;

import static com.asta.billing.service.SampleDocuments.correction;
import static com.asta.billing.service.SampleDocuments.invoice;
import static com.asta.billing.service.SampleDocuments.owned;

import com.asta.billing.rules.ItemKind;
import com.asta.billing.rules.LineChange;
import com.asta.billing.rules.Texts;
import com.asta.billing.rules.VatRate;
import com.asta.billing.rules.VatTreatment;
import com.asta.billing.service.SampleDocuments.Position;
import com.asta.common.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Invoices as the bill run would issue them, for tests of what is made of them. */
final class SampleInvoices {
  static final String CHILD = "A-000124, Zofia Nowak-Kowalska";
  static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
  static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);
  static final VatRate STANDARD =
      new VatRate(new BigDecimal("23"), "23%", VatTreatment.STANDARD, null);
  static final VatRate REDUCED =
      new VatRate(new BigDecimal("8"), "8%", VatTreatment.STANDARD, null);
  static final VatRate EXEMPT =
      new VatRate(
          BigDecimal.ZERO,
          "zw.",
          VatTreatment.EXEMPT,
          new Texts(
              "Exempt under Article 43(1)", "Zwolnienie z VAT – art. 43 ust. 1 ustawy o VAT"));
  static final VatRate REVERSE =
      new VatRate(
          BigDecimal.ZERO,
          "np.",
          VatTreatment.REVERSE_CHARGE,
          new Texts("Reverse charge – Article 196", "Odwrotne obciążenie – art. 28b ustawy o VAT"));
  static final VatRate OUTSIDE =
      new VatRate(
          BigDecimal.ZERO,
          "np.",
          VatTreatment.OUTSIDE_SCOPE,
          new Texts("Place of supply outside the EU", "Miejsce świadczenia poza UE"));
  static final Party SELLER =
      new Party(
          "Światłowód Północny sp. z o.o.",
          "ul. Żeglarska 12",
          "80-001",
          "Gdańsk",
          "PL",
          "5260250274",
          "kontakt@operator.example",
          "+48 58 000 00 00",
          "PL61109010140000071219812874",
          "Bank Przykładowy");
  static final Party PERSON =
      new Party(
          "Małgorzata Wiśniewska-Źdźbło",
          "ul. Łąkowa 7/3",
          "80-743",
          "Gdańsk",
          "PL",
          null,
          "m.wisniewska@example.com",
          null,
          null,
          null);
  static final Party GERMAN =
      new Party(
          "Nordlicht GmbH",
          "Hafenstraße 5",
          "20457",
          "Hamburg",
          "DE",
          "DE136695976",
          "rechnung@nordlicht.example",
          null,
          null,
          null);
  static final Party NORWEGIAN =
      new Party("Fjord AS", "Bryggen 3", "5003", "Bergen", "NO", null, null, null, null, null);

  private SampleInvoices() {}

  static Position fee(String en, String pl, String exact, VatRate rate) {
    return new Position(en, pl, null, null, null, exact, rate, ItemKind.RECURRING);
  }

  static Position used(
      String en, String pl, long quantity, String unit, String exact, VatRate rate) {
    return new Position(en, pl, "48501000111", quantity, unit, exact, rate, ItemKind.USAGE);
  }

  /** Fibre, calls, data and messages at one rate. */
  static InvoiceDocument standard() {
    return invoice(
        PERSON,
        fee("Fibre 600", "Światłowód 600", "65.04", STANDARD),
        used("Calls to mobiles", "Połączenia na komórki", 4_271, "s", "12.3449", STANDARD),
        used("Data", "Transmisja danych", 5_368_709_120L, "octet", "0", STANDARD),
        used("Text messages", "Wiadomości SMS", 31, "event", "2.7949", STANDARD));
  }

  static InvoiceDocument twoRates() {
    return invoice(
        PERSON,
        fee("Fibre 600", "Światłowód 600", "65.04", STANDARD),
        fee("E-books", "Książki elektroniczne", "18.5185", REDUCED),
        fee("Payment reminder", "Opłata za wezwanie", "12", EXEMPT));
  }

  static InvoiceDocument reverseCharge() {
    return invoice(
        GERMAN,
        fee("Leased line", "Łącze dzierżawione", "1200", REVERSE),
        used("Calls abroad", "Połączenia zagraniczne", 7_260, "s", "48.40", REVERSE));
  }

  /** As wide as amounts and names come: a carrier's year of interconnection. */
  static InvoiceDocument large() {
    return invoice(
        GERMAN,
        fee(
            "Interconnection of the fixed and mobile networks, flat rate for all exchanges",
            "Połączenie sieci stacjonarnej i komórkowej, ryczałt za wszystkie punkty styku",
            "12345678.90",
            STANDARD),
        used("Terminated calls", "Zakończenie połączeń", 987_654_321L, "s", "9876543.21", STANDARD),
        used("Data", "Transmisja danych", 123_456_789_012_345L, "octet", "45678901.23", STANDARD),
        used("Text messages", "Wiadomości SMS", 123_456_789, "event", "2345678.99", REDUCED));
  }

  static InvoiceDocument largeCredit() {
    return wholeReversal(large());
  }

  static InvoiceDocument outsideScope() {
    return invoice(NORWEGIAN, fee("Leased line", "Łącze dzierżawione", "1200", OUTSIDE));
  }

  /** A family with fibre and three phones: more lines than the first page takes. */
  static InvoiceDocument household() {
    List<Position> positions = new ArrayList<>();
    positions.add(fee("Fibre 600", "Światłowód 600", "65.04", STANDARD));
    positions.add(fee("TV pack", "Pakiet TV", "24.38", STANDARD));
    for (String number : List.of("48501000111", "48501000222", "48501000333")) {
      positions.add(on(number, "Mobile M", "Mobilny M", null, null, "36.59"));
      positions.add(
          on(number, "Calls to mobiles", "Połączenia na komórki", 4_271L, "s", "12.3449"));
      positions.add(on(number, "Data", "Transmisja danych", 5_368_709_120L, "octet", "3.1"));
      positions.add(on(number, "Text messages", "Wiadomości SMS", 31L, "msg", "2.7949"));
    }
    return invoice(PERSON, positions.toArray(Position[]::new));
  }

  private static Position on(
      String number, String en, String pl, Long quantity, String unit, String exact) {
    return new Position(
        en,
        pl,
        number,
        quantity,
        unit,
        exact,
        STANDARD,
        quantity == null ? ItemKind.RECURRING : ItemKind.USAGE);
  }

  /** A discount for all, entered by a person, and days given back. */
  static InvoiceDocument discounted() {
    return invoice(
        PERSON,
        fee("Fibre 600", "Światłowód 600", "65.04", STANDARD),
        new Position(
            "Fibre 300", "Światłowód 300", null, null, null, "-20.9677", STANDARD, ItemKind.CREDIT),
        new Position(
            "Loyalty discount",
            "Rabat lojalnościowy",
            null,
            null,
            null,
            "-10",
            STANDARD,
            ItemKind.MANUAL));
  }

  /** A price that a discount takes off whole. */
  static InvoiceDocument nothing() {
    return invoice(
        PERSON,
        fee("Fibre 600", "Światłowód 600", "65.04", STANDARD),
        of("First month free", "Pierwszy miesiąc gratis", "-65.04", STANDARD, ItemKind.DISCOUNT));
  }

  /** Discounts below what they reduce, one of them given back; minimum, deposits and penalty. */
  static InvoiceDocument schemes() {
    return invoice(
        PERSON,
        fee("Fibre 600", "Światłowód 600", "65.04", STANDARD),
        of("Half price", "Pół ceny", "-32.52", STANDARD, ItemKind.DISCOUNT),
        of("Code SPRING", "Kod SPRING", "-3.252", STANDARD, ItemKind.DISCOUNT),
        of("Fibre 300", "Światłowód 300", "-20.9677", STANDARD, ItemKind.CREDIT),
        of("Half price", "Pół ceny", "10.48385", STANDARD, ItemKind.DISCOUNT),
        of("E-books", "Książki elektroniczne", "18.5185", REDUCED, ItemKind.RECURRING),
        of("Readers' discount", "Rabat czytelnika", "-1.85185", REDUCED, ItemKind.DISCOUNT),
        of("Minimum spend", "Minimalna kwota", "0", STANDARD, ItemKind.MINIMUM),
        of("Deposit", "Kaucja", "100", EXEMPT, ItemKind.DEPOSIT),
        of("Deposit of the router", "Kaucja za router", "-50", EXEMPT, ItemKind.DEPOSIT_RETURN),
        of("Broken term", "Zerwana umowa", "243.5068", EXEMPT, ItemKind.PENALTY));
  }

  private static Position of(String en, String pl, String exact, VatRate rate, ItemKind kind) {
    return new Position(en, pl, null, null, null, exact, rate, kind);
  }

  /** Takes two lines of an invoice down. */
  static InvoiceDocument creditNote() {
    return correction(
        standard(), List.of(new LineChange(1, pln("40.00"), null), change(2, "6.17", 2_000)));
  }

  static InvoiceDocument wholeReversal(InvoiceDocument invoice) {
    return correction(invoice, null);
  }

  static LineChange change(int line, String net, long quantity) {
    return new LineChange(line, pln(net), BigDecimal.valueOf(quantity));
  }

  /** The household's invoice as that of a parent: all but the first service are a child's. */
  static InvoiceDocument family() {
    InvoiceDocument whole = household();
    Long own = whole.lines().get(0).subscriptionId();
    List<InvoiceLine> lines =
        whole.lines().stream()
            .map(line -> own.equals(line.subscriptionId()) ? line : owned(line, CHILD))
            .toList();
    return new InvoiceDocument(
        whole.head(), whole.seller(), whole.buyer(), lines, whole.taxes(), whole.arrears(), null);
  }

  static Money pln(String amount) {
    return Money.of(amount, "PLN");
  }
}
