package com.asta.payments.rules;

import com.asta.common.Money;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the elements of ISO 20022 payment messages as a stream; nothing is held in memory. */
final class PainXml implements AutoCloseable {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");
  private static final int LONGEST_NAME = 70;

  private final XMLStreamWriter xml;

  PainXml(OutputStream out) {
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
    } catch (XMLStreamException e) {
      throw failure(e);
    }
  }

  /** Begins a document of a namespace with its message element. */
  void begin(String message, String element) {
    try {
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("Document");
      xml.writeDefaultNamespace("urn:iso:std:iso:20022:tech:xsd:" + message);
      xml.writeStartElement(element);
    } catch (XMLStreamException e) {
      throw failure(e);
    }
  }

  void start(String name) {
    try {
      xml.writeStartElement(name);
    } catch (XMLStreamException e) {
      throw failure(e);
    }
  }

  void end() {
    try {
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw failure(e);
    }
  }

  /** A text below a path of elements. */
  void text(String text, String... path) {
    for (String name : path) {
      start(name);
    }
    try {
      xml.writeCharacters(text);
    } catch (XMLStreamException e) {
      throw failure(e);
    }
    for (int i = 0; i < path.length; i++) {
      end();
    }
  }

  void time(Instant at, String name) {
    text(TIME.format(at.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC)) + "Z", name);
  }

  void totals(int count, BigDecimal sum) {
    text(String.valueOf(count), "NbOfTxs");
    text((sum.scale() < 2 ? sum.setScale(2) : sum).toPlainString(), "CtrlSum");
  }

  void amount(Money amount, String name) {
    try {
      xml.writeStartElement(name);
      xml.writeAttribute("Ccy", amount.currency());
      xml.writeCharacters(amount.displayAmount().toPlainString());
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw failure(e);
    }
  }

  void party(String name, String element) {
    text(BankText.plain(name, LONGEST_NAME), element, "Nm");
  }

  /** A bank by its BIC, or said to be known from the account. */
  void agent(String bic, String bicElement, String element) {
    if (bic.isEmpty()) {
      text("NOTPROVIDED", element, "FinInstnId", "Othr", "Id");
    } else {
      text(bic, element, "FinInstnId", bicElement);
    }
  }

  @Override
  public void close() {
    try {
      xml.writeEndDocument();
      xml.flush();
      xml.close();
    } catch (XMLStreamException e) {
      throw failure(e);
    }
  }

  private static IllegalStateException failure(XMLStreamException cause) {
    return new IllegalStateException("The file for the bank could not be written", cause);
  }
}
