package com.asta.payments.rules;

import com.asta.common.Money;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a camt.053.001.08 statement of incoming transfers, for demonstrations and tests. */
public final class StatementWriter {
  private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";

  private final XMLStreamWriter xml;

  private StatementWriter(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /**
   * One transfer to write.
   *
   * @param reference the bank's own reference of the entry
   */
  public record Transfer(
      String reference, Money amount, String payerName, String payerIban, String text) {}

  /** A whole document with one statement; the closing balance is computed. */
  public static String write(
      String statementId, String iban, LocalDate day, Money opening, List<Transfer> transfers) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      StatementWriter writer = new StatementWriter(xml);
      writer.document(statementId, iban, day, opening, transfers);
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("Cannot write " + statementId, impossible);
    }
    return text.toString();
  }

  private void document(
      String id, String iban, LocalDate day, Money opening, List<Transfer> transfers)
      throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    start("Document");
    xml.writeDefaultNamespace(NAMESPACE);
    start("BkToCstmrStmt");
    start("GrpHdr");
    leaf("MsgId", id);
    leaf("CreDtTm", day + "T20:00:00+01:00");
    end();
    start("Stmt");
    leaf("Id", id);
    leaf("CreDtTm", day + "T20:00:00+01:00");
    path(iban, "Acct", "Id", "IBAN");
    balance("OPBD", opening, day);
    Money total = Money.sum(transfers.stream().map(Transfer::amount).toList(), opening.currency());
    balance("CLBD", opening.plus(total), day);
    for (Transfer transfer : transfers) {
      entry(transfer, day);
    }
    end();
    end();
    end();
    xml.writeEndDocument();
  }

  private void balance(String code, Money value, LocalDate day) throws XMLStreamException {
    start("Bal");
    path(code, "Tp", "CdOrPrtry", "Cd");
    amount(value.isNegative() ? value.negated() : value);
    leaf("CdtDbtInd", value.isNegative() ? "DBIT" : "CRDT");
    path(day.toString(), "Dt", "Dt");
    end();
  }

  private void entry(Transfer transfer, LocalDate day) throws XMLStreamException {
    start("Ntry");
    amount(transfer.amount());
    leaf("CdtDbtInd", "CRDT");
    path("BOOK", "Sts", "Cd");
    path(day.toString(), "BookgDt", "Dt");
    path(day.toString(), "ValDt", "Dt");
    leaf("AcctSvcrRef", transfer.reference());
    path("PMNT", "BkTxCd", "Domn", "Cd");
    start("NtryDtls");
    start("TxDtls");
    path("NOTPROVIDED", "Refs", "EndToEndId");
    start("RltdPties");
    path(transfer.payerName(), "Dbtr", "Pty", "Nm");
    path(transfer.payerIban(), "DbtrAcct", "Id", "IBAN");
    end();
    path(transfer.text(), "RmtInf", "Ustrd");
    end();
    end();
    end();
  }

  private void amount(Money value) throws XMLStreamException {
    start("Amt");
    xml.writeAttribute("Ccy", value.currency());
    xml.writeCharacters(value.displayAmount().toPlainString());
    end();
  }

  private void path(String text, String... names) throws XMLStreamException {
    for (String name : names) {
      start(name);
    }
    xml.writeCharacters(text);
    for (int i = 0; i < names.length; i++) {
      end();
    }
  }

  private void leaf(String name, String text) throws XMLStreamException {
    path(text, name);
  }

  private void start(String name) throws XMLStreamException {
    xml.writeStartElement(name);
  }

  private void end() throws XMLStreamException {
    xml.writeEndElement();
  }
}
