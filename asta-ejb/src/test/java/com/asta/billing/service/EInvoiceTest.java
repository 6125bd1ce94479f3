package com.asta.billing.service;

import static com.asta.billing.service.SampleInvoices.pln;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.IValidationExecutorSet;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.result.ValidationResultList;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.en16931.EN16931Validation;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

/** Our e-invoices pass the schema of UBL 2.1 and the official rules of EN 16931. */
class EInvoiceTest {
  private static final ValidationExecutorSetRegistry<IValidationSourceXML> RULES =
      new ValidationExecutorSetRegistry<>();

  @BeforeAll
  static void loadRules() {
    EN16931Validation.initEN16931(RULES);
  }

  static Stream<Arguments> documents() {
    return Stream.of(
        Arguments.of("standard", SampleInvoices.standard()),
        Arguments.of("two-rates-and-exempt", SampleInvoices.twoRates()),
        Arguments.of("reverse-charge", SampleInvoices.reverseCharge()),
        Arguments.of("outside-scope", SampleInvoices.outsideScope()),
        Arguments.of("discount", SampleInvoices.discounted()),
        Arguments.of("schemes", SampleInvoices.schemes()),
        Arguments.of("nothing", SampleInvoices.nothing()),
        Arguments.of("reversal-of-schemes", SampleInvoices.wholeReversal(SampleInvoices.schemes())),
        Arguments.of("credit-note", SampleInvoices.creditNote()),
        Arguments.of("reversal", SampleInvoices.wholeReversal(SampleInvoices.twoRates())),
        Arguments.of(
            "reversal-of-discount", SampleInvoices.wholeReversal(SampleInvoices.discounted())),
        Arguments.of(
            "reversal-of-reverse-charge",
            SampleInvoices.wholeReversal(SampleInvoices.reverseCharge())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void theOfficialRulesHold(String name, InvoiceDocument invoice) throws IOException {
    byte[] xml = EInvoice.xml(invoice);
    Files.write(Path.of("target", "einvoice-" + name + ".xml"), xml);
    assertEquals("", faults(xml, invoice.isCreditNote()));
  }

  @Test
  void theRulesWouldFindAFault() {
    String xml = new String(EInvoice.xml(SampleInvoices.standard()), StandardCharsets.UTF_8);
    String wrong =
        xml.replaceFirst("<cbc:PayableAmount[^<]*<", "<cbc:PayableAmount currencyID=\"PLN\">1.00<");
    assertTrue(faults(wrong.getBytes(StandardCharsets.UTF_8), false).contains("BR-CO-16"));
  }

  @Test
  void aDiscountIsAnAllowanceAndAReasonIsSaid() {
    String discounted = text(SampleInvoices.discounted());
    assertTrue(discounted.contains("<cbc:AllowanceChargeReason>Rabat lojalnościowy<"), discounted);
    assertTrue(
        text(SampleInvoices.schemes()).contains("<cbc:AllowanceChargeReason>Pół ceny<"),
        "a discount of an offer is an allowance");
    String reverse = text(SampleInvoices.reverseCharge());
    assertTrue(reverse.contains("VATEX-EU-AE"), reverse);
    assertTrue(reverse.contains("Reverse charge – Article 196"), reverse);
    String note = text(SampleInvoices.creditNote());
    assertTrue(note.contains("<cbc:CreditNoteTypeCode>381<"), note);
    assertTrue(note.contains("<cbc:ID>FV/2026/11/000123<"), note);
  }

  @Test
  void aPartOfAPeriodIsAPartOfItsPrice() {
    String days = text(SampleInvoices.discounted());
    assertTrue(days.contains("unitCode=\"C62\">-0.32258<"), days);
    assertTrue(days.contains("<cbc:PriceAmount currencyID=\"PLN\">65.00<"), days);
    assertTrue(days.contains("<cbc:BaseQuantity unitCode=\"C62\">1<"), days);
  }

  @Test
  void textsOfPeopleCannotBreakTheXml() {
    InvoiceDocument invoice =
        SampleDocuments.invoice(
            SampleInvoices.PERSON,
            SampleInvoices.fee("a <b> & \"c\" \u0001", "ą ]]> ę", "1", SampleInvoices.STANDARD));
    assertEquals("", faults(EInvoice.xml(invoice), false));
    assertFalse(text(invoice).contains("\u0001"));
    assertEquals(pln("1.23"), invoice.head().gross());
  }

  private static String text(InvoiceDocument invoice) {
    return new String(EInvoice.xml(invoice), StandardCharsets.UTF_8);
  }

  private static String faults(byte[] xml, boolean creditNote) {
    DVRCoordinate id =
        creditNote
            ? EN16931Validation.VID_UBL_CREDIT_NOTE_1316
            : EN16931Validation.VID_UBL_INVOICE_1316;
    IValidationExecutorSet<IValidationSourceXML> rules = RULES.getOfID(id);
    ValidationResultList results =
        ValidationExecutionManager.executeValidation(
            IValidityDeterminator.createDefault(),
            rules,
            ValidationSourceXML.create("document", parsed(xml)));
    StringBuilder faults = new StringBuilder();
    results
        .getAllErrors()
        .forEach(error -> faults.append(error.getAsString(Locale.ENGLISH)).append('\n'));
    return faults.toString();
  }

  private static Document parsed(byte[] xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
