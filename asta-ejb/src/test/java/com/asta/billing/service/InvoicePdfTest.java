package com.asta.billing.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.charging.rules.ServiceKind;
import com.asta.charging.service.UsageRecord;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

class InvoicePdfTest {
  private static final PdfPress PRESS = new PdfPress();
  private static final InvoicePdf PDF = new InvoicePdf(PRESS);

  @BeforeAll
  static void load() {
    PRESS.load();
    PDF.load();
    VeraGreenfieldFoundryProvider.initialise();
  }

  static Stream<Arguments> documents() {
    return Stream.of(
        Arguments.of("standard", SampleInvoices.standard()),
        Arguments.of("two-rates", SampleInvoices.twoRates()),
        Arguments.of("reverse-charge", SampleInvoices.reverseCharge()),
        Arguments.of("long", SampleInvoices.household()),
        Arguments.of("family", SampleInvoices.family()),
        Arguments.of("discounted", SampleInvoices.discounted()),
        Arguments.of("nothing", SampleInvoices.nothing()),
        Arguments.of("large", SampleInvoices.large()),
        Arguments.of("large-credit", SampleInvoices.largeCredit()),
        Arguments.of("credit-note", SampleInvoices.creditNote()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void noTextStandsOnAnother(String name, InvoiceDocument invoice) throws IOException {
    for (String language : List.of("pl", "en")) {
      byte[] pdf = PDF.render(InvoiceSheet.of(invoice, Map.of()), language);
      assertEquals(List.of(), TextCollisions.of(pdf));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void theFileIsAnArchiveByIso19005Part3(String name, InvoiceDocument invoice)
      throws IOException, VeraPDFException {
    for (String language : List.of("pl", "en")) {
      byte[] pdf = PDF.render(InvoiceSheet.of(invoice, Map.of()), language);
      Files.write(Path.of("target", "invoice-" + name + "-" + language + ".pdf"), pdf);
      assertEquals(List.of(), faults(pdf));
    }
  }

  @Test
  void aParentsInvoiceSumsTheLinesOfEachChild() throws IOException {
    InvoiceDocument family = SampleInvoices.family();
    String text = text(InvoiceSheet.of(family, Map.of()));
    String sum = new InvoiceFormat(Locale.forLanguageTag("pl")).money(ofChild(family).sum());
    assertTrue(text.contains("Opłacane za " + SampleInvoices.CHILD), text);
    assertTrue(text.contains(sum), text);
  }

  @Test
  void aStatementShowsTheChildsLinesAndAsksForNothing() throws IOException, VeraPDFException {
    InvoiceDocument own = ofChild(SampleInvoices.family());
    InvoiceSheet statement = InvoiceSheet.statement(own);
    byte[] pdf = PDF.render(statement, "pl");
    Files.write(Path.of("target", "statement-pl.pdf"), pdf);
    String text = text(statement);
    assertTrue(text.contains("Nic do zapłaty"), text);
    assertTrue(text.contains(SampleInvoices.CHILD), text);
    assertFalse(text.contains("do zapłaty do"), text);
    assertFalse(text.contains("Stawka VAT"), text);
    assertEquals(List.of(), faults(pdf));
  }

  private static InvoiceDocument ofChild(InvoiceDocument family) {
    return family.withLines(family.lines().stream().filter(line -> line.owner() != null).toList());
  }

  @Test
  void aLineSaysItsQuantityAndPrice() throws IOException {
    String text = text(InvoiceSheet.of(SampleInvoices.discounted(), Map.of()));
    assertTrue(text.contains("1 65,04 23% 65,04"), text);
    assertTrue(text.contains("−0,3226 65,00 23% −20,97"), text);
    String used = text(InvoiceSheet.of(SampleInvoices.standard(), Map.of())).replace('\u00a0', ' ');
    assertTrue(used.contains("71:11 min 0,1734 / min 23% 12,34"), used);
    assertTrue(used.contains("5 120 MB 0,00 / MB 23% 0,00"), used);
    assertTrue(used.contains("31 0,0902 23% 2,79"), used);
  }

  @Test
  void whereNothingIsOwedNothingIsAskedFor() throws IOException {
    String text = text(InvoiceSheet.of(SampleInvoices.nothing(), Map.of()));
    assertTrue(text.contains("Nic do zapłaty"), text);
    assertTrue(text.contains("Pozycje tej faktury sumują się do zera."), text);
    assertFalse(text.contains("do zapłaty do"), text);
    assertFalse(text.contains("przelew"), text);
  }

  @Test
  void theValidatorWouldFindAFault() throws IOException, VeraPDFException {
    byte[] pdf = PDF.render(InvoiceSheet.of(SampleInvoices.standard(), Map.of()), "pl");
    try (PDDocument document = Loader.loadPDF(pdf);
        ByteArrayOutputStream plain = new ByteArrayOutputStream()) {
      document.getDocumentCatalog().setMetadata(null);
      document.save(plain);
      assertFalse(faults(plain.toByteArray()).isEmpty());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pl", "en"})
  void anInvoiceSaysWhatIsDueInItsOwnFonts(String language) throws IOException {
    InvoiceDocument invoice = SampleInvoices.standard();
    try (PDDocument document =
        Loader.loadPDF(PDF.render(InvoiceSheet.of(invoice, Map.of()), language))) {
      String text = new PDFTextStripper().getText(document);
      assertTrue(text.contains("FV/2026/11/000123"), text);
      assertTrue(text.contains("Małgorzata Wiśniewska-Źdźbło"), text);
      assertTrue(text.contains("pl".equals(language) ? "98,62 PLN" : "98.62 PLN"), text);
      assertTrue(text.contains("pl".equals(language) ? "Zaległości" : "Overdue"), text);
      PDResources resources = document.getPage(0).getResources();
      for (COSName font : resources.getFontNames()) {
        assertTrue(resources.getFont(font).isEmbedded(), font.getName());
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void theCodeForPayingCanBeScanned(String name, InvoiceDocument invoice) throws Exception {
    if (!invoice.isCreditNote() && !invoice.head().gross().isZero()) {
      byte[] pdf = PDF.render(InvoiceSheet.of(invoice, Map.of()), "pl");
      String code = scanned(pdf);
      assertTrue(code.contains(SampleInvoices.SELLER.iban().substring(2)), code);
      assertTrue(code.contains(invoice.head().number()), code);
    }
  }

  private static String scanned(byte[] pdf) throws IOException, NotFoundException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 144);
      int width = page.getWidth();
      int height = page.getHeight();
      int[] pixels = page.getRGB(0, 0, width, height, null, 0, width);
      return new MultiFormatReader()
          .decode(
              new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))),
              Map.of(
                  DecodeHintType.POSSIBLE_FORMATS,
                  List.of(BarcodeFormat.QR_CODE),
                  DecodeHintType.TRY_HARDER,
                  true))
          .getText();
    }
  }

  @Test
  void theEInvoiceIsInside() throws IOException {
    InvoiceDocument invoice = SampleInvoices.creditNote();
    try (PDDocument document =
        Loader.loadPDF(PDF.render(InvoiceSheet.of(invoice, Map.of()), "pl"))) {
      var files = document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
      var file = files.get("FK-2026-11-000007.xml");
      assertArrayEquals(EInvoice.xml(invoice), file.getEmbeddedFileUnicode().toByteArray());
      assertTrue(
          document.getDocumentCatalog().getCOSObject().containsKey(COSName.getPDFName("AF")));
    }
  }

  @Test
  void callDetailComesOnDemand() throws IOException, VeraPDFException {
    InvoiceDocument invoice = SampleInvoices.standard();
    assertFalse(text(InvoiceSheet.of(invoice, Map.of())).contains("48 600 100 001"));
    InvoiceSheet detailed = InvoiceSheet.of(invoice, Map.of(2, calls()));
    byte[] pdf = PDF.render(detailed, "pl");
    Files.write(Path.of("target", "invoice-calls-pl.pdf"), pdf);
    assertTrue(text(detailed).contains("600 100 001"));
    assertEquals(List.of(), faults(pdf));
  }

  private static String text(InvoiceSheet sheet) throws IOException {
    try (PDDocument document = Loader.loadPDF(PDF.render(sheet, "pl"))) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static List<UsageRecord> calls() {
    List<UsageRecord> calls = new ArrayList<>();
    for (int i = 1; i <= 80; i++) {
      calls.add(
          new UsageRecord(
              7,
              12,
              Instant.parse("2026-10-15T10:00:00Z").plusSeconds(i * 5_000L),
              "test",
              "e" + i,
              "48501000111",
              ServiceKind.VOICE,
              "48600100%03d".formatted(i),
              i * 7L,
              "MOBILE",
              SampleInvoices.pln("0.1500").times(i),
              1,
              ""));
    }
    return calls;
  }

  /** What veraPDF finds wrong. */
  private static List<String> faults(byte[] pdf) throws VeraPDFException, IOException {
    PDFAFlavour flavour = PDFAFlavour.PDFA_3_U;
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      return result.getTestAssertions().stream()
          .map(assertion -> assertion.getRuleId().getClause() + ": " + assertion.getMessage())
          .distinct()
          .toList();
    } catch (IOException | VeraPDFException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
