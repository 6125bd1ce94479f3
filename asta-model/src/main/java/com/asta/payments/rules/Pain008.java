package com.asta.payments.rules;

import com.asta.common.Money;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Writes a CustomerDirectDebitInitiation, pain.008.001.02 or .08, as a stream: the header first,
 * then each group followed by its collections. The currency's own scale; texts in the characters
 * that every bank takes. A group in euro follows the SEPA guides [EPC130, EPC131].
 */
public final class Pain008 implements AutoCloseable {
  private static final int LONGEST_TEXT = 140;

  private final PainXml xml;
  private final Version version;
  private final Creditor creditor;
  private boolean inGroup;

  /** The versions banks take. */
  public enum Version {
    V02("pain.008.001.02", "BIC"),
    V08("pain.008.001.08", "BICFI");

    private final String message;
    private final String bic;

    Version(String message, String bic) {
      this.message = message;
      this.bic = bic;
    }
  }

  /**
   * Who collects.
   *
   * @param bic empty if the bank knows it from the account
   */
  public record Creditor(String name, String iban, String bic, CreditorIdentifier identifier) {}

  /** The message as a whole. */
  public record Header(String messageId, Instant createdAt, int count, BigDecimal sum) {}

  /** A payment information: collections that are booked together. */
  public record Group(
      String id,
      MandateScheme scheme,
      SequenceType sequence,
      LocalDate collectionOn,
      int count,
      Money sum) {}

  /** One collection. */
  public record Collection(
      String endToEndId,
      Money amount,
      String mandate,
      LocalDate signedOn,
      String debtorName,
      String debtorIban,
      String text) {

    /** Without the bank account: this may stand in a log. */
    @Override
    public String toString() {
      return endToEndId + " " + amount;
    }
  }

  private Pain008(PainXml xml, Version version, Creditor creditor) {
    this.xml = xml;
    this.version = version;
    this.creditor = creditor;
  }

  /** Begins the file. */
  public static Pain008 begin(OutputStream out, Version version, Creditor creditor, Header header) {
    Pain008 file = new Pain008(new PainXml(out), version, creditor);
    file.header(header);
    return file;
  }

  private void header(Header header) {
    xml.begin(version.message, "CstmrDrctDbtInitn");
    xml.start("GrpHdr");
    xml.text(header.messageId(), "MsgId");
    xml.time(header.createdAt(), "CreDtTm");
    xml.totals(header.count(), header.sum());
    xml.party(creditor.name(), "InitgPty");
    xml.end();
  }

  /** Begins a group; the one before ends. */
  public void group(Group group) {
    endGroup();
    inGroup = true;
    xml.start("PmtInf");
    xml.text(group.id(), "PmtInfId");
    xml.text("DD", "PmtMtd");
    xml.text("true", "BtchBookg");
    xml.totals(group.count(), group.sum().amount());
    type(group);
    xml.text(group.collectionOn().toString(), "ReqdColltnDt");
    xml.party(creditor.name(), "Cdtr");
    xml.text(creditor.iban(), "CdtrAcct", "Id", "IBAN");
    xml.agent(creditor.bic(), version.bic, "CdtrAgt");
    xml.text("SLEV", "ChrgBr");
    xml.start("CdtrSchmeId");
    xml.start("Id");
    xml.start("PrvtId");
    xml.start("Othr");
    xml.text(creditor.identifier().value(), "Id");
    xml.text("SEPA", "SchmeNm", "Prtry");
    for (int i = 0; i < 4; i++) {
      xml.end();
    }
  }

  private void type(Group group) {
    xml.start("PmtTpInf");
    if (group.scheme() == MandateScheme.DOMESTIC) {
      xml.text(group.scheme().name(), "LclInstrm", "Prtry");
    } else {
      xml.text("SEPA", "SvcLvl", "Cd");
      xml.text(group.scheme().name(), "LclInstrm", "Cd");
    }
    xml.text(group.sequence().name(), "SeqTp");
    xml.end();
  }

  /** Adds a collection to the group. */
  public void add(Collection collection) {
    xml.start("DrctDbtTxInf");
    xml.text(collection.endToEndId(), "PmtId", "EndToEndId");
    xml.amount(collection.amount(), "InstdAmt");
    xml.start("DrctDbtTx");
    xml.start("MndtRltdInf");
    xml.text(collection.mandate(), "MndtId");
    xml.text(collection.signedOn().toString(), "DtOfSgntr");
    xml.end();
    xml.end();
    xml.agent("", version.bic, "DbtrAgt");
    xml.party(collection.debtorName(), "Dbtr");
    xml.text(collection.debtorIban(), "DbtrAcct", "Id", "IBAN");
    xml.text(BankText.plain(collection.text(), LONGEST_TEXT), "RmtInf", "Ustrd");
    xml.end();
  }

  private void endGroup() {
    if (inGroup) {
      xml.end();
    }
  }

  @Override
  public void close() {
    xml.close();
  }
}
