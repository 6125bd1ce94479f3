package com.asta.payments.rules;

import com.asta.common.Money;
import com.asta.payments.rules.StatementEntry.Direction;
import com.asta.payments.rules.StatementEntry.Party;
import com.asta.payments.rules.StatementFault.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Turns the {@code Ntry} elements of one statement into entries with stable references. */
final class CamtEntries {
  private static final Party NOBODY = new Party("", "");
  private static final Set<String> CHARGES = Set.of("CHRG", "COMM", "FEES", "INTR");

  /** Names and texts: half of a file, and nothing that sums depend on. */
  private static final Set<String> BESIDE_SUMS = Set.of("RltdPties", "RltdAgts", "RmtInf");

  private final String statementId;
  private final String account;
  private final String currency;
  private final LocalDate day;
  private final EntryKeys keys;
  private final OwnAccounts own;
  private int position;

  /**
   * Entries of one statement.
   *
   * @param currency of the balances; null if the entries have their own
   * @param day for entries that tell none; null if they must
   * @param keys null if only sums are wanted: then entries have no other side and no text
   */
  CamtEntries(
      String statementId,
      String account,
      String currency,
      LocalDate day,
      EntryKeys keys,
      OwnAccounts own,
      int position) {
    this.keys = keys;
    this.own = own;
    this.statementId = statementId;
    this.account = account;
    this.currency = currency;
    this.day = day;
    this.position = position;
  }

  int position() {
    return position;
  }

  /** Reads the {@code Ntry} that the reader stands on, up to its end. */
  List<StatementEntry> read(XMLStreamReader xml) throws XMLStreamException {
    return entries(XmlBranch.read(xml, keys == null ? BESIDE_SUMS : Set.of()));
  }

  /** One entry, or one for each transaction it batches when their amounts add up to it. */
  private List<StatementEntry> entries(XmlBranch ntry) {
    Money amount = CamtValues.amount(ntry.find("Amt"), "Ntry/Amt");
    if (currency != null && !amount.currency().equals(currency)) {
      throw new StatementFault(
          Reason.CURRENCY_MIXED, statementId + ": " + currency + ", " + amount.currency());
    }
    List<XmlBranch> details = new ArrayList<>();
    for (XmlBranch each : ntry.all("NtryDtls")) {
      details.addAll(each.all("TxDtls"));
    }
    if (details.size() > 1) {
      List<Money> parts =
          details.stream()
              .map(each -> part(each, amount.currency()))
              .flatMap(Optional::stream)
              .toList();
      if (parts.size() == details.size() && Money.sum(parts, amount.currency()).equals(amount)) {
        List<StatementEntry> entries = new ArrayList<>();
        for (int i = 0; i < details.size(); i++) {
          entries.add(entry(ntry, details.get(i), parts.get(i)));
        }
        return entries;
      }
    }
    return List.of(entry(ntry, details.isEmpty() ? ntry : details.get(0), amount));
  }

  private static Optional<Money> part(XmlBranch detail, String currency) {
    return detail
        .find("Amt")
        .or(() -> detail.find("AmtDtls", "TxAmt", "Amt"))
        .filter(each -> each.currency().equals(currency))
        .map(each -> CamtValues.amount(Optional.of(each), "TxDtls/Amt"));
  }

  private StatementEntry entry(XmlBranch ntry, XmlBranch detail, Money amount) {
    position++;
    boolean debit = ntry.textAt("CdtDbtInd").equals("DBIT");
    if (keys == null) {
      return sums(ntry, detail, amount, debit);
    }
    XmlBranch parties = detail.find("RltdPties").orElse(detail);
    String side = debit ? "Cdtr" : "Dbtr";
    String name = first(parties.textAt(side, "Nm"), parties.textAt(side, "Pty", "Nm"));
    String other = Camt.accountIn(parties.find(side + "Acct", "Id"));
    String credited = debit ? "" : Camt.accountIn(parties.find("CdtrAcct", "Id"));
    LocalDate booked = dayOr(ntry.find("BookgDt"), day);
    String text = text(ntry, detail);
    return new StatementEntry(
        position,
        statementId,
        account,
        keys.next(told(ntry, detail, booked, debit ? amount.negated() : amount, other, text)),
        direction(ntry, detail, debit),
        !debit,
        amount,
        booked,
        dayOr(ntry.find("ValDt"), booked),
        new Party(Texts.clean(name, Texts.LONGEST_NAME), Texts.clean(other, Texts.LONGEST_NAME)),
        own.virtual().accountOf(credited).isPresent()
            ? credited
            : own.virtual().in(text).orElse(""),
        text);
  }

  private StatementEntry sums(XmlBranch ntry, XmlBranch detail, Money amount, boolean debit) {
    String given = first(detail.textAt("Refs", "AcctSvcrRef"), ntry.textAt("AcctSvcrRef"));
    String reference = first(given, statementId + "#" + position);
    LocalDate booked = dayOr(ntry.find("BookgDt"), day);
    return new StatementEntry(
        position,
        statementId,
        account,
        new EntryKey(reference, !given.isEmpty(), "", 1, ""),
        direction(ntry, detail, debit),
        !debit,
        amount,
        booked,
        dayOr(ntry.find("ValDt"), booked),
        NOBODY,
        "",
        "");
  }

  private static Direction direction(XmlBranch ntry, XmlBranch detail, boolean debit) {
    String status = first(ntry.textAt("Sts", "Cd"), ntry.textAt("Sts"));
    if (!status.isEmpty() && !status.equals("BOOK")) {
      return Direction.PENDING;
    }
    String reversal = ntry.textAt("RvslInd");
    if (reversal.equals("true") || reversal.equals("1") || detail.find("RtrInf").isPresent()) {
      return Direction.REVERSAL;
    }
    if (debit && CHARGES.contains(ntry.textAt("BkTxCd", "Domn", "Fmly", "SubFmlyCd"))) {
      return Direction.CHARGE;
    }
    return debit ? Direction.OUTGOING : Direction.INCOMING;
  }

  /** The bank's own reference, else the place in the statement, which never changes either. */
  private EntryKeys.Told told(
      XmlBranch ntry, XmlBranch detail, LocalDate booked, Money signed, String other, String text) {
    String ofEntry = ntry.textAt("AcctSvcrRef");
    String ofDetail = detail == ntry ? "" : detail.textAt("Refs", "AcctSvcrRef");
    String batch = ofDetail.isEmpty() || ofDetail.equals(ofEntry) ? "" : ofEntry;
    return new EntryKeys.Told(
        account,
        first(ofDetail, ofEntry),
        statementId + "#" + position,
        batch,
        booked,
        signed,
        other,
        text);
  }

  private static String text(XmlBranch ntry, XmlBranch detail) {
    String endToEnd = detail.textAt("Refs", "EndToEndId");
    Optional<XmlBranch> remittance = detail.find("RmtInf");
    List<String> parts = new ArrayList<>();
    add(parts, remittance.map(each -> each.textsBelow("Ref")).orElse(""));
    add(parts, remittance.map(each -> each.textsBelow("Ustrd")).orElse(""));
    add(parts, detail.textAt("AddtlTxInf"));
    add(parts, detail.textAt("RtrInf", "Rsn", "Cd"));
    add(parts, ntry.textAt("AddtlNtryInf"));
    add(parts, endToEnd.equals("NOTPROVIDED") ? "" : endToEnd);
    add(parts, batchOf(ntry, detail));
    return Texts.clean(String.join(" · ", parts), Texts.LONGEST_TEXT);
  }

  private static void add(List<String> parts, String part) {
    if (!part.isEmpty() && !parts.contains(part)) {
      parts.add(part);
    }
  }

  /** The payment information of ours that the entry answers to. */
  private static String batchOf(XmlBranch ntry, XmlBranch detail) {
    String ofDetail = detail.textAt("Refs", "PmtInfId");
    return ofDetail.isEmpty() ? ntry.textAt("NtryDtls", "Btch", "PmtInfId") : ofDetail;
  }

  private static LocalDate dayOr(Optional<XmlBranch> element, LocalDate otherwise) {
    return element.isEmpty() && otherwise != null
        ? otherwise
        : CamtValues.day(element, "Ntry date");
  }

  private static String first(String one, String other) {
    return one.isEmpty() ? other : one;
  }
}
