package com.asta.billing.service;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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
    byte[] bytes = pdf.render(SampleInvoices.standard(), language);
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
}
