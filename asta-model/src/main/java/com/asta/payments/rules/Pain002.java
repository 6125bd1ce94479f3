package com.asta.payments.rules;

import com.asta.common.Money;
import com.asta.payments.rules.StatementFault.Reason;
import com.asta.payments.rules.StatusPart.Answer;
import com.asta.payments.rules.StatusPart.Status;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a CustomerPaymentStatusReport, pain.002.001.03 or .10, as a stream: elements are known by
 * their names, whatever the namespace. A DOCTYPE is refused, so no entity is ever resolved.
 */
public final class Pain002 implements AutoCloseable {
  private static final String MESSAGE = "CstmrPmtStsRpt";
  private static final String ORIGINAL = "OrgnlGrpInfAndSts";
  private static final String PAYMENT = "OrgnlPmtInfAndSts";
  private static final String TRANSACTION = "TxInfAndSts";

  private final XMLStreamReader xml;
  private final Deque<StatusPart> ready = new ArrayDeque<>();
  private boolean begun;
  private String messageId = "";
  private String paymentId;
  private int position;

  private Pain002(XMLStreamReader xml) {
    this.xml = xml;
  }

  /**
   * Begins to read; the caller closes the stream.
   *
   * @throws StatementFault when it is not XML at all
   */
  public static Pain002 open(InputStream in) {
    try {
      return new Pain002(Camt.FACTORY.createXMLStreamReader(in));
    } catch (XMLStreamException notXml) {
      throw Camt.fault(notXml);
    }
  }

  /**
   * The next part; empty at the end.
   *
   * @throws StatementFault NOT_XML, DOCTYPE_FORBIDDEN, UNKNOWN_FORMAT, BAD_VALUE, TOO_LARGE
   */
  public Optional<StatusPart> next() {
    try {
      while (ready.isEmpty() && xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.DTD ->
              throw new StatementFault(Reason.DOCTYPE_FORBIDDEN, "DOCTYPE");
          case XMLStreamConstants.START_ELEMENT -> element();
          case XMLStreamConstants.END_ELEMENT -> {
            if (xml.getLocalName().equals(PAYMENT)) {
              paymentId = null;
            }
          }
          default -> {
            // text between the parts
          }
        }
      }
    } catch (XMLStreamException broken) {
      throw Camt.fault(broken);
    }
    return Optional.ofNullable(ready.poll());
  }

  /** The bank's identification of the report; empty before its header was read. */
  public String messageId() {
    return messageId;
  }

  private void element() throws XMLStreamException {
    String name = xml.getLocalName();
    if (!begun) {
      begun = name.equals(MESSAGE);
      if (!begun && !name.equals("Document")) {
        throw new StatementFault(Reason.UNKNOWN_FORMAT, Texts.shortened(name));
      }
      return;
    }
    switch (name) {
      case "GrpHdr" -> messageId = Texts.clean(XmlBranch.read(xml).textAt("MsgId"), 35);
      case ORIGINAL -> ready.add(original(XmlBranch.read(xml)));
      case PAYMENT -> payment();
      case TRANSACTION -> ready.add(transaction(XmlBranch.read(xml)));
      default -> XmlBranch.read(xml);
    }
  }

  private StatusPart original(XmlBranch group) {
    String count = group.textAt("OrgnlNbOfTxs");
    String sum = group.textAt("OrgnlCtrlSum");
    return new StatusPart.Original(
        ++position,
        Texts.clean(group.textAt("OrgnlMsgId"), 35),
        Texts.clean(group.textAt("OrgnlMsgNmId"), 35),
        count.isEmpty() ? null : (int) number(count, "OrgnlNbOfTxs").longValue(),
        sum.isEmpty() ? null : number(sum, "OrgnlCtrlSum"),
        answer(group, "GrpSts"));
  }

  /** Reads the head of a payment information; its transactions follow. */
  private void payment() throws XMLStreamException {
    String id = "";
    Status status = Status.NONE;
    Answer reason = new Answer(Status.NONE, "", "");
    while (xml.hasNext()) {
      int event = xml.next();
      boolean transaction =
          event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(TRANSACTION);
      if (transaction || event == XMLStreamConstants.END_ELEMENT) {
        ready.add(
            new StatusPart.Payment(
                ++position, id, new Answer(status, reason.code(), reason.text())));
        paymentId = id;
        if (transaction) {
          ready.add(transaction(XmlBranch.read(xml)));
        }
        return;
      }
      if (event != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      XmlBranch branch = XmlBranch.read(xml);
      switch (branch.name()) {
        case "OrgnlPmtInfId" -> id = Texts.clean(branch.text(), 35);
        case "PmtInfSts" -> status = status(branch.text());
        case "StsRsnInf" -> reason = reason.code().isEmpty() ? said(status, branch) : reason;
        default -> {
          // counts and the original's data are not needed
        }
      }
    }
  }

  private StatusPart transaction(XmlBranch transaction) {
    Optional<XmlBranch> amount = transaction.find("OrgnlTxRef", "Amt", "InstdAmt");
    Money told = amount.isEmpty() ? null : CamtValues.amount(amount, "OrgnlTxRef/Amt");
    return new StatusPart.Transaction(
        ++position,
        paymentId == null ? "" : paymentId,
        Texts.clean(transaction.textAt("OrgnlEndToEndId"), 35),
        told,
        answer(transaction, "TxSts"));
  }

  private static Answer answer(XmlBranch of, String statusElement) {
    Status status = status(of.textAt(statusElement));
    return of.find("StsRsnInf")
        .map(reason -> said(status, reason))
        .orElse(new Answer(status, "", ""));
  }

  private static Answer said(Status status, XmlBranch reason) {
    String code = reason.textAt("Rsn", "Cd");
    String own = reason.textAt("Rsn", "Prtry");
    return new Answer(
        status,
        Texts.clean(code.isEmpty() ? own : code, 35),
        Texts.clean(reason.textsBelow("AddtlInf"), 400));
  }

  private static Status status(String code) {
    return switch (code) {
      case "" -> Status.NONE;
      case "ACCP", "ACTC", "ACSP", "ACWC", "ACWP", "RCVD", "PDNG" -> Status.ACCEPTED;
      case "ACSC", "ACCC" -> Status.SETTLED;
      case "RJCT", "CANC" -> Status.REJECTED;
      case "PART" -> Status.PARTLY;
      default -> throw new StatementFault(Reason.BAD_VALUE, "status " + Texts.shortened(code));
    };
  }

  private static BigDecimal number(String text, String element) {
    if (!text.matches("\\d{1,15}(\\.\\d{1,5})?")) {
      throw new StatementFault(Reason.BAD_VALUE, element + " = " + Texts.shortened(text));
    }
    return new BigDecimal(text);
  }

  @Override
  public void close() {
    try {
      xml.close();
    } catch (XMLStreamException unclosed) {
      throw new IllegalStateException("Cannot close the report", unclosed);
    }
  }
}
