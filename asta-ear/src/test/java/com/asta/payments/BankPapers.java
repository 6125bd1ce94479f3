package com.asta.payments;

import com.asta.common.service.OperatorProfile;
import com.asta.payments.service.CollectionRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a bank sends about direct debits and refunds: statements and status reports. */
@ApplicationScoped
class BankPapers {
  @Inject private OperatorProfile operators;
  @Inject private Debt debt;

  /** A line of a statement: negative amounts leave the account. */
  record Line(String amount, String details) {}

  /** Money of a whole group, as one sum. */
  static Line batch(String amount, String group) {
    return new Line(amount, "<Btch><PmtInfId>" + group + "</PmtInfId></Btch>");
  }

  /** Money of one order, or a refund that left. */
  static Line single(String amount, String endToEnd) {
    return new Line(
        amount, "<TxDtls><Refs><EndToEndId>" + endToEnd + "</EndToEndId></Refs></TxDtls>");
  }

  /** Money that goes back, for a reason. */
  static Line back(String amount, String endToEnd, String reason) {
    return new Line(
        amount,
        "<TxDtls><Refs><EndToEndId>"
            + endToEnd
            + "</EndToEndId></Refs><RtrInf><Rsn><Cd>"
            + reason
            + "</Cd></Rsn></RtrInf></TxDtls>");
  }

  /** A group as one entry that says its orders. */
  static Line detailed(String amount, String group, List<CollectionRow> parts) {
    StringBuilder details = new StringBuilder("<Btch><PmtInfId>" + group + "</PmtInfId></Btch>");
    for (CollectionRow part : parts) {
      details
          .append("<TxDtls><Refs><AcctSvcrRef>B")
          .append(Debt.serial())
          .append("</AcctSvcrRef><EndToEndId>")
          .append(part.endToEndId())
          .append("</EndToEndId></Refs><Amt Ccy=\"PLN\">")
          .append(part.amount().displayAmount().toPlainString())
          .append("</Amt></TxDtls>");
    }
    return new Line(amount, details.toString());
  }

  /** A statement, camt.053, of the operator's account. */
  byte[] statement(Line... lines) {
    StringBuilder entries = new StringBuilder();
    BigDecimal sum = BigDecimal.ZERO;
    for (Line line : lines) {
      BigDecimal amount = new BigDecimal(line.amount());
      sum = sum.add(amount);
      entries
          .append("<Ntry><Amt Ccy=\"PLN\">")
          .append(amount.abs().toPlainString())
          .append("</Amt><CdtDbtInd>")
          .append(amount.signum() < 0 ? "DBIT" : "CRDT")
          .append("</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>")
          .append(debt.today())
          .append("</Dt></BookgDt><AcctSvcrRef>N")
          .append(Debt.serial())
          .append("</AcctSvcrRef><NtryDtls>")
          .append(line.details())
          .append("</NtryDtls></Ntry>");
    }
    String xml =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>
        <Id>D-%d</Id><Acct><Id><IBAN>%s</IBAN></Id></Acct>%s%s%s
        </Stmt></BkToCstmrStmt></Document>
        """
            .formatted(
                Debt.serial(),
                operators.operator().iban().replace(" ", ""),
                balance("OPBD", new BigDecimal("1000")),
                balance("CLBD", sum.add(new BigDecimal("1000"))),
                entries);
    return xml.getBytes(StandardCharsets.UTF_8);
  }

  private String balance(String code, BigDecimal amount) {
    return "<Bal><Tp><CdOrPrtry><Cd>"
        + code
        + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"PLN\">"
        + amount.abs().toPlainString()
        + "</Amt><CdtDbtInd>"
        + (amount.signum() < 0 ? "DBIT" : "CRDT")
        + "</CdtDbtInd><Dt><Dt>"
        + debt.today()
        + "</Dt></Dt></Bal>";
  }

  /** A status of one order; an empty reason says none. */
  static String status(String endToEnd, String status, String reason) {
    String why =
        reason.isEmpty() ? "" : "<StsRsnInf><Rsn><Cd>" + reason + "</Cd></Rsn></StsRsnInf>";
    return "<TxInfAndSts><OrgnlEndToEndId>"
        + endToEnd
        + "</OrgnlEndToEndId><TxSts>"
        + status
        + "</TxSts>"
        + why
        + "</TxInfAndSts>";
  }

  /** A report, pain.002, with what it says of the sums of the original. */
  static String report(
      String messageId, String original, int count, String sum, String group, String... statuses) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
        <GrpHdr><MsgId>%s</MsgId><CreDtTm>2026-11-28T10:00:00</CreDtTm></GrpHdr>
        <OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId><OrgnlMsgNmId>pain.008.001.08</OrgnlMsgNmId>
        <OrgnlNbOfTxs>%d</OrgnlNbOfTxs><OrgnlCtrlSum>%s</OrgnlCtrlSum><GrpSts>PART</GrpSts>
        </OrgnlGrpInfAndSts><OrgnlPmtInfAndSts><OrgnlPmtInfId>%s</OrgnlPmtInfId>%s
        </OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>
        """
        .formatted(messageId, original, count, sum, group, String.join("", List.of(statuses)));
  }
}
