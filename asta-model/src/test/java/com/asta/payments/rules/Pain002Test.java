package com.asta.payments.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.asta.common.Money;
import com.asta.payments.rules.StatusPart.Answer;
import com.asta.payments.rules.StatusPart.Status;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A bank's report says of which order it speaks and what became of it. */
class Pain002Test {
  private static final String REPORT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
      <GrpHdr><MsgId>BANK-1</MsgId><CreDtTm>2026-11-28T10:00:00</CreDtTm></GrpHdr>
      <OrgnlGrpInfAndSts><OrgnlMsgId>DDM0000000000018</OrgnlMsgId>
      <OrgnlMsgNmId>pain.008.001.08</OrgnlMsgNmId><OrgnlNbOfTxs>2</OrgnlNbOfTxs>
      <OrgnlCtrlSum>41.50</OrgnlCtrlSum><GrpSts>PART</GrpSts></OrgnlGrpInfAndSts>
      <OrgnlPmtInfAndSts><OrgnlPmtInfId>DDB0000000000018</OrgnlPmtInfId>
      <PmtInfSts>PART</PmtInfSts>
      <TxInfAndSts><OrgnlEndToEndId>DDC0000000000018</OrgnlEndToEndId><TxSts>ACCP</TxSts></TxInfAndSts>
      <TxInfAndSts><OrgnlEndToEndId>DDC0000000000026</OrgnlEndToEndId><TxSts>RJCT</TxSts>
      <StsRsnInf><Rsn><Cd>AM04</Cd></Rsn><AddtlInf>brak środków</AddtlInf></StsRsnInf>
      <OrgnlTxRef><Amt><InstdAmt Ccy="PLN">21.50</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>
      </OrgnlPmtInfAndSts>
      <OrgnlPmtInfAndSts><OrgnlPmtInfId>DDB0000000000026</OrgnlPmtInfId>
      <PmtInfSts>RJCT</PmtInfSts><StsRsnInf><Rsn><Prtry>X1</Prtry></Rsn></StsRsnInf>
      </OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>
      """;

  @Test
  void everyLevelIsRead() throws Exception {
    valid("pain.002.001.10", REPORT);
    List<StatusPart> parts = read(REPORT);
    Answer part = new Answer(Status.PARTLY, "", "");
    assertEquals(
        List.of(
            new StatusPart.Original(
                1, "DDM0000000000018", "pain.008.001.08", 2, new BigDecimal("41.50"), part),
            new StatusPart.Payment(2, "DDB0000000000018", part),
            new StatusPart.Transaction(
                3,
                "DDB0000000000018",
                "DDC0000000000018",
                null,
                new Answer(Status.ACCEPTED, "", "")),
            new StatusPart.Transaction(
                4,
                "DDB0000000000018",
                "DDC0000000000026",
                Money.of("21.5", "PLN"),
                new Answer(Status.REJECTED, "AM04", "brak środków")),
            new StatusPart.Payment(5, "DDB0000000000026", new Answer(Status.REJECTED, "X1", ""))),
        parts);
  }

  @Test
  void theOlderVersionIsReadTheSame() {
    String older = REPORT.replace("pain.002.001.10", "pain.002.001.03");
    assertEquals(read(REPORT), read(older));
  }

  @ParameterizedTest
  @CsvSource({
    "ACCP, ACCEPTED",
    "ACTC, ACCEPTED",
    "ACSP, ACCEPTED",
    "ACWC, ACCEPTED",
    "PDNG, ACCEPTED",
    "RCVD, ACCEPTED",
    "ACSC, SETTLED",
    "ACCC, SETTLED",
    "RJCT, REJECTED"
  })
  void statusesAreUnderstood(String code, Status status) {
    List<StatusPart> parts = read(REPORT.replace("<TxSts>ACCP", "<TxSts>" + code));
    assertEquals(status, ((StatusPart.Transaction) parts.get(2)).answer().status());
  }

  @Test
  void badReportsAreRefused() {
    refused(StatementFault.Reason.NOT_XML, REPORT.substring(0, REPORT.length() - 40));
    refused(StatementFault.Reason.BAD_VALUE, REPORT.replace("RJCT", "WHAT"));
    refused(StatementFault.Reason.BAD_VALUE, REPORT.replace("Ccy=\"PLN\"", "Ccy=\"ZZZ\""));
    refused(StatementFault.Reason.BAD_VALUE, REPORT.replace("41.50", "-1"));
    refused(StatementFault.Reason.UNKNOWN_FORMAT, REPORT.replace("CstmrPmtStsRpt", "BkToCstmr"));
    refused(
        StatementFault.Reason.DOCTYPE_FORBIDDEN,
        REPORT
            .replace(
                "<Document",
                "<!DOCTYPE Document [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><Document")
            .replace("BANK-1", "&x;"));
  }

  /** Ten entities of ten of the one before are a gigabyte; none is ever read. */
  @ParameterizedTest
  @ValueSource(ints = {2, 10})
  void aBombDoesNotGoOff(int depth) {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE Document [<!ENTITY x0 'boom'>");
    for (int i = 1; i <= depth; i++) {
      bomb.append("<!ENTITY x").append(i).append(" '");
      bomb.append(("&x" + (i - 1) + ";").repeat(10)).append("'>");
    }
    bomb.append("]><Document");
    String xml = REPORT.replace("<Document", bomb).replace("BANK-1", "&x" + depth + ";");
    refused(StatementFault.Reason.DOCTYPE_FORBIDDEN, xml);
  }

  @Test
  void aDeepElementIsRefused() {
    String deep = "<a>".repeat(200) + "</a>".repeat(200);
    refused(StatementFault.Reason.TOO_LARGE, REPORT.replace("<Rsn><Cd>AM04</Cd></Rsn>", deep));
  }

  private static void refused(StatementFault.Reason reason, String xml) {
    assertEquals(reason, assertThrows(StatementFault.class, () -> read(xml)).reason());
  }

  private static List<StatusPart> read(String xml) {
    List<StatusPart> parts = new ArrayList<>();
    byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
    try (Pain002 report = Pain002.open(new ByteArrayInputStream(bytes))) {
      Optional<StatusPart> part = report.next();
      while (part.isPresent()) {
        parts.add(part.get());
        part = report.next();
      }
      assertEquals("BANK-1", report.messageId());
    }
    return parts;
  }

  private static void valid(String schema, String xml) throws Exception {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(Pain002Test.class.getResource("/" + schema + ".xsd"))
        .newValidator()
        .validate(new StreamSource(new StringReader(xml)));
  }
}
