package com.asta.payments.rules;

import com.asta.common.Money;
import com.asta.payments.rules.StatementEntry.Direction;
import com.asta.payments.rules.StatementEntry.Party;
import com.asta.payments.rules.StatementFault.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns the {@code Ntry} elements of one statement into entries with stable references. */
final class CamtEntries {
  private static final int LONGEST_REFERENCE = 120;
  private static final int LONGEST_TEXT = 2_000;
  private static final int LONGEST_NAME = 140;

  private final String statementId;
  private final String account;
  private final String currency;
  private final LocalDate day;
  private final Map<String, Integer> seen = new HashMap<>();
  private int position;

  CamtEntries(String statementId, String account, String currency, LocalDate day, int position) {
    this.statementId = statementId;
    this.account = account;
    this.currency = currency;
    this.day = day;
    this.position = position;
  }

  int position() {
    return position;
  }

  /** One entry, or one for each transaction it batches when their amounts add up to it. */
  List<StatementEntry> read(XmlBranch ntry) {
    Money amount = CamtValues.amount(ntry.find("Amt"), "Ntry/Amt");
    if (!amount.currency().equals(currency)) {
      throw new StatementFault(
          Reason.CURRENCY_MIXED, statementId + ": " + currency + ", " + amount.currency());
    }
    List<XmlBranch> details =
        ntry.all("NtryDtls").stream().flatMap(each -> each.all("TxDtls").stream()).toList();
    if (details.size() > 1) {
      List<Money> parts = details.stream().map(this::part).flatMap(Optional::stream).toList();
      if (parts.size() == details.size() && Money.sum(parts, currency).equals(amount)) {
        List<StatementEntry> entries = new ArrayList<>();
        for (int i = 0; i < details.size(); i++) {
          entries.add(entry(ntry, details.get(i), parts.get(i)));
        }
        return entries;
      }
    }
    return List.of(entry(ntry, details.isEmpty() ? ntry : details.get(0), amount));
  }

  private Optional<Money> part(XmlBranch detail) {
    return detail
        .find("Amt")
        .or(() -> detail.find("AmtDtls", "TxAmt", "Amt"))
        .filter(each -> each.currency().equals(currency))
        .map(each -> CamtValues.amount(Optional.of(each), "TxDtls/Amt"));
  }

  private StatementEntry entry(XmlBranch ntry, XmlBranch detail, Money amount) {
    position++;
    boolean debit = ntry.textAt("CdtDbtInd").equals("DBIT");
    XmlBranch parties = detail.find("RltdPties").orElse(detail);
    String side = debit ? "Cdtr" : "Dbtr";
    String name = first(parties.textAt(side, "Nm"), parties.textAt(side, "Pty", "Nm"));
    String iban = Camt053.accountIn(parties.find(side + "Acct", "Id"));
    LocalDate booked = dayOr(ntry.find("BookgDt"), day);
    return new StatementEntry(
        position,
        statementId,
        account,
        unique(reference(ntry, detail)),
        direction(ntry, debit),
        !debit,
        amount,
        booked,
        dayOr(ntry.find("ValDt"), booked),
        new Party(cut(name, LONGEST_NAME), cut(iban, LONGEST_NAME)),
        text(ntry, detail));
  }

  private static Direction direction(XmlBranch ntry, boolean debit) {
    String status = first(ntry.textAt("Sts", "Cd"), ntry.textAt("Sts"));
    if (!status.isEmpty() && !status.equals("BOOK")) {
      return Direction.PENDING;
    }
    String reversal = ntry.textAt("RvslInd");
    if (reversal.equals("true") || reversal.equals("1")) {
      return Direction.REVERSAL;
    }
    return debit ? Direction.OUTGOING : Direction.INCOMING;
  }

  /** The bank's own reference, else the place in the statement, which never changes either. */
  private String reference(XmlBranch ntry, XmlBranch detail) {
    String ofDetail = detail == ntry ? "" : detail.textAt("Refs", "AcctSvcrRef");
    String found = first(ofDetail, ntry.textAt("AcctSvcrRef"));
    return found.isEmpty() ? statementId + "#" + position : found;
  }

  /** Two entries of one statement are two payments, even under one reference. */
  private String unique(String reference) {
    String base = cut(reference, LONGEST_REFERENCE);
    int times = seen.merge(base, 1, Integer::sum);
    return times == 1 ? base : base + "~" + times;
  }

  private static String text(XmlBranch ntry, XmlBranch detail) {
    String endToEnd = detail.textAt("Refs", "EndToEndId");
    return cut(
        Stream.of(
                detail.find("RmtInf").map(each -> each.textsBelow("Ref")).orElse(""),
                detail.find("RmtInf").map(each -> each.textsBelow("Ustrd")).orElse(""),
                detail.textAt("AddtlTxInf"),
                ntry.textAt("AddtlNtryInf"),
                endToEnd.equals("NOTPROVIDED") ? "" : endToEnd)
            .filter(each -> !each.isEmpty())
            .distinct()
            .collect(Collectors.joining(" · ")),
        LONGEST_TEXT);
  }

  private static LocalDate dayOr(Optional<XmlBranch> element, LocalDate otherwise) {
    return element.isEmpty() ? otherwise : CamtValues.day(element, "Ntry date");
  }

  private static String first(String one, String other) {
    return one.isEmpty() ? other : one;
  }

  private static String cut(String text, int longest) {
    return text.length() > longest ? text.substring(0, longest) : text;
  }
}
