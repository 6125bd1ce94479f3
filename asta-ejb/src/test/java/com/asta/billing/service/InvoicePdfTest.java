package com.asta.billing.service;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvoicePdfTest {
  private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
  private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);

  @ParameterizedTest
  @ValueSource(strings = {"pl", "en"})
  void anInvoiceBecomesAPdfWithItsOwnFonts(String language) throws IOException {
    InvoicePdf pdf = new InvoicePdf();
    pdf.load();
    byte[] bytes = pdf.render(invoice(), language);
    Files.write(Path.of("target", "invoice-" + language + ".pdf"), bytes);
    try (PDDocument document = Loader.loadPDF(bytes)) {
      String text = new PDFTextStripper().getText(document);
      assertTrue(text.contains("FV/2026/11/000123"), text);
      assertTrue(text.contains("Małgorzata Wiśniewska-Źdźbło"), text);
      assertTrue(text.contains("pl".equals(language) ? "98,62 PLN" : "98.62 PLN"), text);
      PDResources resources = document.getPage(0).getResources();
      for (COSName font : resources.getFontNames()) {
        assertTrue(resources.getFont(font).isEmbedded(), font.getName());
      }
    }
  }

  private static InvoiceDocument invoice() {
    Party seller =
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
    Party buyer =
        new Party(
            "Małgorzata Wiśniewska-Źdźbło",
            "ul. Łąkowa 7/3",
            "80-743",
            "Gdańsk",
            "PL",
            null,
            null,
            null,
            null,
            null);
    List<InvoiceLine> lines = new ArrayList<>();
    lines.add(line(1, "Fibre 600", "Światłowód 600", null, null, null, "65.04"));
    lines.add(
        line(2, "Calls to mobiles", "Połączenia na komórki", "+48501000111", 4_271L, "s", "12.34"));
    lines.add(
        line(3, "Data", "Transmisja danych", "+48501000111", 5_368_709_120L, "octet", "0.00"));
    lines.add(line(4, "Text messages", "Wiadomości SMS", "+48501000111", 31L, "msg", "2.79"));
    Money net = pln("80.18");
    InvoiceRow head =
        new InvoiceRow(
            1,
            "FV/2026/11/000123",
            7,
            "A-000123",
            7,
            buyer.name(),
            NOVEMBER,
            NOVEMBER.plusDays(14),
            OCTOBER,
            NOVEMBER,
            net,
            pln("18.44"),
            pln("98.62"));
    TaxRow tax = new TaxRow(new BigDecimal(23), "23%", net, pln("18.44"), pln("0.01"));
    return new InvoiceDocument(head, seller, buyer, lines, List.of(tax));
  }

  private static InvoiceLine line(
      int number, String en, String pl, String service, Long quantity, String unit, String net) {
    return new InvoiceLine(
        number,
        en,
        pl,
        service,
        OCTOBER,
        NOVEMBER,
        quantity == null ? null : BigDecimal.valueOf(quantity),
        unit,
        pln(net),
        "23%");
  }

  private static Money pln(String amount) {
    return Money.of(amount, "PLN");
  }
}
