package com.asta.payments.rules;

import com.asta.common.Money;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Writes a CustomerCreditTransferInitiation, pain.001.001.03 or .09, with one payment information,
 * as a stream. The currency's own scale; euro goes as SEPA credit transfers [EPC132].
 */
public final class Pain001 implements AutoCloseable {
  private static final int LONGEST_TEXT = 140;

  private final PainXml xml;

  /** The versions banks take. */
  public enum Version {
    V03("pain.001.001.03", "BIC"),
    V09("pain.001.001.09", "BICFI");

    private final String message;
    private final String bic;

    Version(String message, String bic) {
      this.message = message;
      this.bic = bic;
    }
  }

  /** Who pays; the BIC is empty if the bank knows it from the account. */
  public record Payer(String name, String iban, String bic) {}

  /** The message, whose id is also its payment information's. */
  public record Header(
      String messageId,
      Instant createdAt,
      LocalDate executeOn,
      String currency,
      int count,
      BigDecimal sum) {}

  /** One transfer. */
  public record Transfer(
      String endToEndId, Money amount, String payeeName, String payeeIban, String text) {

    /** Without the bank account: this may stand in a log. */
    @Override
    public String toString() {
      return endToEndId + " " + amount;
    }
  }

  private Pain001(PainXml xml) {
    this.xml = xml;
  }

  /** Begins the file. */
  public static Pain001 begin(OutputStream out, Version version, Payer payer, Header header) {
    Pain001 file = new Pain001(new PainXml(out));
    file.head(version, payer, header);
    return file;
  }

  private void head(Version version, Payer payer, Header header) {
    xml.begin(version.message, "CstmrCdtTrfInitn");
    xml.start("GrpHdr");
    xml.text(header.messageId(), "MsgId");
    xml.time(header.createdAt(), "CreDtTm");
    xml.totals(header.count(), header.sum());
    xml.party(payer.name(), "InitgPty");
    xml.end();
    xml.start("PmtInf");
    xml.text(header.messageId(), "PmtInfId");
    xml.text("TRF", "PmtMtd");
    xml.text("false", "BtchBookg");
    xml.totals(header.count(), header.sum());
    if (header.currency().equals("EUR")) {
      xml.text("SEPA", "PmtTpInf", "SvcLvl", "Cd");
    }
    if (version == Version.V03) {
      xml.text(header.executeOn().toString(), "ReqdExctnDt");
    } else {
      xml.text(header.executeOn().toString(), "ReqdExctnDt", "Dt");
    }
    xml.party(payer.name(), "Dbtr");
    xml.text(payer.iban(), "DbtrAcct", "Id", "IBAN");
    xml.agent(payer.bic(), version.bic, "DbtrAgt");
    xml.text("SLEV", "ChrgBr");
  }

  /** Adds a transfer. */
  public void add(Transfer transfer) {
    xml.start("CdtTrfTxInf");
    xml.text(transfer.endToEndId(), "PmtId", "EndToEndId");
    xml.start("Amt");
    xml.amount(transfer.amount(), "InstdAmt");
    xml.end();
    xml.party(transfer.payeeName(), "Cdtr");
    xml.text(transfer.payeeIban(), "CdtrAcct", "Id", "IBAN");
    xml.text(BankText.plain(transfer.text(), LONGEST_TEXT), "RmtInf", "Ustrd");
    xml.end();
  }

  @Override
  public void close() {
    xml.close();
  }
}
