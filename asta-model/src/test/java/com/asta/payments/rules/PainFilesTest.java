package com.asta.payments.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.Money;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.SAXException;

/** The files for banks keep to the official schemas. */
class PainFilesTest {
  private static final Instant AT = Instant.parse("2026-11-28T08:30:15.123456Z");
  private static final LocalDate DAY = LocalDate.of(2026, 12, 3);
  private static final String IBAN = "DE89370400440532013000";

  @ParameterizedTest
  @CsvSource({
    "V02, EUR, CORE,     GENODEF1S02",
    "V02, EUR, B2B,      GENODEF1S02",
    "V08, EUR, CORE,     ''",
    "V08, PLN, DOMESTIC, ''",
    "V08, PLN, DOMESTIC, BREXPLPWMBK"
  })
  void aDirectDebitFileIsValid(
      Pain008.Version version, String currency, MandateScheme scheme, String bic) throws Exception {
    String xml = debits(version, currency, scheme, bic);

    validate(version == Pain008.Version.V02 ? "pain.008.001.02" : "pain.008.001.08", xml);
    assertEquals(2, count(xml, "<PmtInf>"));
    assertEquals(3, count(xml, "<DrctDbtTxInf>"));
    assertTrue(xml.contains("<NbOfTxs>3</NbOfTxs><CtrlSum>61.50</CtrlSum>"), xml);
    assertTrue(xml.contains("<NbOfTxs>2</NbOfTxs><CtrlSum>41.50</CtrlSum>"), xml);
    assertEquals(currency.equals("EUR"), xml.contains("<SvcLvl><Cd>SEPA</Cd></SvcLvl>"));
    assertTrue(xml.contains("<Nm>Zazolc gesla jazn . Sp. z o.o.</Nm>"), xml);
    assertFalse(xml.contains("ł"), "only what every bank takes");
  }

  @Test
  void theValidationSeesAMissingElement() throws Exception {
    String xml = debits(Pain008.Version.V08, "PLN", MandateScheme.DOMESTIC, "");
    assertThrows(
        SAXException.class,
        () -> validate("pain.008.001.08", xml.replaceFirst("<PmtMtd>DD</PmtMtd>", "")));
  }

  @ParameterizedTest
  @CsvSource({"V03, EUR, GENODEF1S02", "V09, EUR, ''", "V09, PLN, ''", "V09, PLN, BREXPLPW"})
  void aRefundFileIsValid(Pain001.Version version, String currency, String bic) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Pain001.Header header =
        new Pain001.Header("RFM0000000000017", AT, DAY, currency, 2, new BigDecimal("30.1"));
    try (Pain001 file =
        Pain001.begin(out, version, new Pain001.Payer("Operator & Co", IBAN, bic), header)) {
      for (String amount : new String[] {"10.1", "20"}) {
        file.add(
            new Pain001.Transfer(
                "RFC0000000000017", Money.of(amount, currency), "Łucja Żak", IBAN, "A-000123"));
      }
    }
    String xml = out.toString(StandardCharsets.UTF_8);

    validate(version == Pain001.Version.V03 ? "pain.001.001.03" : "pain.001.001.09", xml);
    assertTrue(xml.contains("<NbOfTxs>2</NbOfTxs><CtrlSum>30.10</CtrlSum>"), xml);
    assertTrue(xml.contains(">10.10</InstdAmt>"), xml);
    assertTrue(xml.contains("<Nm>Lucja Zak</Nm>"), xml);
  }

  @Test
  void whatMayBeLoggedHasNoBankAccount() {
    Money amount = Money.of("1", "EUR");
    assertFalse(
        new Pain008.Collection("E", amount, "M", DAY, "N", IBAN, "T").toString().contains(IBAN));
    assertFalse(new Pain001.Transfer("E", amount, "N", IBAN, "T").toString().contains(IBAN));
  }

  private static String debits(
      Pain008.Version version, String currency, MandateScheme scheme, String bic) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Pain008.Creditor creditor =
        new Pain008.Creditor("Operator", IBAN, bic, new CreditorIdentifier("DE98ZZZ09999999999"));
    Pain008.Header header = new Pain008.Header("DDM0000000000018", AT, 3, new BigDecimal("61.5"));
    try (Pain008 file = Pain008.begin(out, version, creditor, header)) {
      file.group(group("DDB0000000000018", scheme, SequenceType.FRST, 2, "41.5", currency));
      file.add(collection("20", currency));
      file.add(collection("21.5", currency));
      file.group(group("DDB0000000000026", scheme, SequenceType.RCUR, 1, "20", currency));
      file.add(collection("20", currency));
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Pain008.Group group(
      String id, MandateScheme scheme, SequenceType type, int count, String sum, String currency) {
    return new Pain008.Group(id, scheme, type, DAY, count, Money.of(sum, currency));
  }

  private static Pain008.Collection collection(String amount, String currency) {
    return new Pain008.Collection(
        "DDC0000000000018",
        Money.of(amount, currency),
        "M-A-000123-1",
        LocalDate.of(2026, 1, 2),
        "Zażółć gęślą jaźń – Sp. z o.o.",
        IBAN,
        "FV/2026/11/000123 ☂");
  }

  private static void validate(String schema, String xml) throws Exception {
    URL xsd = PainFilesTest.class.getResource("/" + schema + ".xsd");
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(xsd)
        .newValidator()
        .validate(new StreamSource(new StringReader(xml)));
  }

  private static int count(String text, String part) {
    return text.split(part, -1).length - 1;
  }
}
