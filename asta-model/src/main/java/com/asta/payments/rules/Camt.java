package com.asta.payments.rules;

import com.asta.common.Iban;
import com.asta.common.Money;
import com.asta.payments.rules.StatementFault.Reason;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.CharConversionException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads ISO 20022 camt.053 statements and camt.054 notifications, versions .02 to .08, as a stream:
 * elements are known by their names, whatever the namespace. A DOCTYPE is refused, so no entity is
 * ever resolved. Yields a header for each statement, then its entries; a notification has no
 * balances.
 */
public final class Camt implements StatementSource {
  static final XMLInputFactory FACTORY = factory();

  private final XMLStreamReader xml;
  private final OwnAccounts own;
  private final EntryKeys keys;
  private final Deque<StatementPart> ready = new ArrayDeque<>();
  private String statementName = "";
  private boolean notification;
  private CamtEntries entries;

  private Camt(InputStream in, OwnAccounts own, EntryKeys keys) {
    this.own = own;
    this.keys = keys;
    try {
      this.xml = FACTORY.createXMLStreamReader(in);
    } catch (XMLStreamException notXml) {
      throw fault(notXml);
    }
  }

  /**
   * Begins to read; the caller closes the stream.
   *
   * @throws StatementFault when it is not XML at all
   */
  public static Camt open(InputStream in, OwnAccounts own) {
    return new Camt(in, own, new EntryKeys());
  }

  /** As {@link #open} for {@link StatementCheck}: entries tell no more than it asks of them. */
  static Camt openSums(InputStream in, OwnAccounts own) {
    return new Camt(in, own, null);
  }

  @Override
  public Optional<StatementPart> next() {
    try {
      while (ready.isEmpty() && advance()) {
        // until something is ready
      }
    } catch (XMLStreamException broken) {
      throw fault(broken);
    }
    return Optional.ofNullable(ready.poll());
  }

  @Override
  public void close() {
    try {
      xml.close();
    } catch (XMLStreamException unclosed) {
      throw new IllegalStateException("Cannot close the statement", unclosed);
    }
  }

  private boolean advance() throws XMLStreamException {
    if (!xml.hasNext()) {
      return false;
    }
    switch (xml.next()) {
      case XMLStreamConstants.DTD -> throw new StatementFault(Reason.DOCTYPE_FORBIDDEN, "DOCTYPE");
      case XMLStreamConstants.START_ELEMENT -> element();
      default -> {
        // text between the statements
      }
    }
    return true;
  }

  private void element() throws XMLStreamException {
    String name = xml.getLocalName();
    if (statementName.isEmpty()) {
      switch (name) {
        case "BkToCstmrStmt" -> statementName = "Stmt";
        case "BkToCstmrDbtCdtNtfctn" -> {
          statementName = "Ntfctn";
          notification = true;
        }
        case "Document" -> {
          // the message is below
        }
        default -> throw new StatementFault(Reason.UNKNOWN_FORMAT, name);
      }
    } else if (name.equals(statementName)) {
      statement();
    } else if (name.equals("Ntry") && entries != null) {
      ready.addAll(entries.read(xml));
    } else {
      XmlBranch.read(xml);
    }
  }

  /** Reads the head of a statement; the reader then stands on the first entry, or at the end. */
  private void statement() throws XMLStreamException {
    String id = "";
    String account = "";
    List<XmlBranch> balances = new ArrayList<>();
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        begin(id, account, balances);
        return;
      }
      if (event != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      if (xml.getLocalName().equals("Ntry")) {
        begin(id, account, balances);
        ready.addAll(entries.read(xml));
        return;
      }
      XmlBranch branch = XmlBranch.read(xml);
      switch (branch.name()) {
        case "Id" -> id = branch.text();
        case "Acct" -> account = accountIn(branch.find("Id"));
        case "Bal" -> balances.add(branch);
        default -> {
          // the rest of the head is not needed
        }
      }
    }
  }

  private void begin(String id, String account, List<XmlBranch> balances) {
    if (id.isEmpty()) {
      throw new StatementFault(Reason.BAD_VALUE, statementName + "/Id");
    }
    if (keys != null) {
      keys.nextStatement();
    }
    int position = entries == null ? 0 : entries.position();
    String known = own.known(account).orElse(account);
    if (notification) {
      entries = new CamtEntries(id, known, null, null, keys, own, position);
      ready.add(new StatementHeader(id, known, null, null, null));
      return;
    }
    XmlBranch opening = balance(balances, id, false, "OPBD", "PRCD", "ITBD");
    XmlBranch closing = balance(balances, id, true, "CLBD", "ITBD");
    Money before = signed(opening);
    Money after = signed(closing);
    if (!before.currency().equals(after.currency())) {
      throw new StatementFault(
          Reason.CURRENCY_MIXED, id + ": " + before.currency() + ", " + after.currency());
    }
    LocalDate day = CamtValues.day(closing.find("Dt"), "Bal/Dt");
    entries = new CamtEntries(id, known, before.currency(), day, keys, own, position);
    ready.add(new StatementHeader(id, known, day, before, after));
  }

  private static XmlBranch balance(
      List<XmlBranch> balances, String id, boolean last, String... codes) {
    for (String code : codes) {
      List<XmlBranch> found =
          balances.stream()
              .filter(each -> each.textAt("Tp", "CdOrPrtry", "Cd").equals(code))
              .toList();
      if (!found.isEmpty()) {
        return found.get(last ? found.size() - 1 : 0);
      }
    }
    throw new StatementFault(Reason.BALANCE_MISSING, id + ": " + codes[0]);
  }

  private static Money signed(XmlBranch balance) {
    Money amount = CamtValues.amount(balance.find("Amt"), "Bal/Amt");
    return balance.textAt("CdtDbtInd").equals("DBIT") ? amount.negated() : amount;
  }

  static String accountIn(Optional<XmlBranch> id) {
    String iban = id.map(each -> each.textAt("IBAN")).orElse("");
    String found = iban.isEmpty() ? id.map(each -> each.textAt("Othr", "Id")).orElse("") : iban;
    return Iban.parse(found).map(Iban::value).orElse(found);
  }

  static StatementFault fault(XMLStreamException cause) {
    int line = cause.getLocation() == null ? 0 : cause.getLocation().getLineNumber();
    boolean bytes = cause.getNestedException() instanceof CharConversionException;
    StatementFault fault =
        new StatementFault(bytes ? Reason.BAD_ENCODING : Reason.NOT_XML, "line " + line);
    fault.initCause(cause);
    return fault;
  }

  /** Woodstox, faster than what Java brings, and it reads texts only when asked. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("No external entity is resolved: " + systemId);
        });
    return factory;
  }
}
