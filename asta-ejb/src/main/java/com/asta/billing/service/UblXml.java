package com.asta.billing.service;

import com.asta.common.Money;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes UBL 2.1 elements: aggregates that hold others, and basic ones that hold a text. */
final class UblXml {
  private static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:";
  private static final String AGGREGATE = UBL + "CommonAggregateComponents-2";
  private static final String BASIC = UBL + "CommonBasicComponents-2";
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();
  private static final Pattern ILLEGAL =
      Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(8_192);
  private final XMLStreamWriter xml;

  /** What stands inside an aggregate. */
  interface Content {
    void write() throws XMLStreamException;
  }

  UblXml(String root) throws XMLStreamException {
    xml = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    xml.writeStartElement(root);
    xml.writeDefaultNamespace(UBL + root + "-2");
    xml.writeNamespace("cac", AGGREGATE);
    xml.writeNamespace("cbc", BASIC);
  }

  byte[] end() throws XMLStreamException {
    xml.writeEndDocument();
    xml.close();
    return bytes.toByteArray();
  }

  void in(String aggregate, Content content) throws XMLStreamException {
    xml.writeStartElement("cac", aggregate, AGGREGATE);
    content.write();
    xml.writeEndElement();
  }

  /** Nothing is written for a text that is absent or blank. */
  void text(String basic, Object text) throws XMLStreamException {
    text(basic, text, null, null);
  }

  void text(String basic, Object text, String attribute, String value) throws XMLStreamException {
    String clean = text == null ? "" : legal(text.toString()).strip();
    if (clean.isEmpty()) {
      return;
    }
    xml.writeStartElement("cbc", basic, BASIC);
    if (attribute != null) {
      xml.writeAttribute(attribute, value);
    }
    xml.writeCharacters(clean);
    xml.writeEndElement();
  }

  void amount(String basic, Money money) throws XMLStreamException {
    text(basic, money.displayAmount().toPlainString(), "currencyID", money.currency());
  }

  void quantity(String basic, BigDecimal quantity, String unitCode) throws XMLStreamException {
    text(basic, quantity.stripTrailingZeros().toPlainString(), "unitCode", unitCode);
  }

  /** A text as the content of an element; empty for null. */
  static String escaped(String text) {
    return text == null
        ? ""
        : legal(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Without the characters XML 1.0 has no way to write. */
  private static String legal(String text) {
    return ILLEGAL.matcher(text).replaceAll("");
  }
}
