package com.asta.billing.service;

import com.asta.billing.rules.BillCalculator;
import com.asta.billing.rules.BillInput;
import com.asta.billing.rules.CorrectionReason;
import com.asta.billing.rules.HeldDeposit;
import com.asta.billing.rules.Item;
import com.asta.billing.rules.ItemKind;
import com.asta.billing.rules.LineChange;
import com.asta.billing.rules.LineLeft;
import com.asta.billing.rules.Origin;
import com.asta.common.Money;
import com.asta.common.service.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * Gives back what was paid in advance for days after the end of a service, where no bill is left
 * that could show it as a credit, and the deposits of the account: by credit notes to the invoices
 * that had charged those days.
 */
@ApplicationScoped
class AdvanceCredits {
  /** Where a charge was invoiced. */
  private record Line(long invoiceId, int line) {}

  @Inject private Database sql;
  @Inject private Deposits deposits;
  @Inject private ChargedBooks books;
  @Inject private CorrectionService corrections;
  @Inject private Invoices invoices;

  /**
   * Gives everything back; the same key again does nothing more.
   *
   * @return the number of an invoice whose credit note waits for a second person, if one does
   */
  Optional<String> giveBack(String requestKey, BillInput input) {
    Map<Long, Map<Integer, Money>> byInvoice = new LinkedHashMap<>();
    List<Item> credits = BillCalculator.credits(input);
    Optional<Line> charged = Optional.empty();
    for (Item credit : credits) {
      boolean discount = credit.kind() == ItemKind.DISCOUNT;
      Optional<Line> at = Optional.empty();
      if (discount && charged.isPresent()) {
        at = discount(input.accountId(), charged.get(), (Origin.Discounted) credit.origin());
      } else if (!discount) {
        charged = line(input.accountId(), credit);
        at = charged;
      }
      at.ifPresent(
          line ->
              byInvoice
                  .computeIfAbsent(line.invoiceId(), id -> new LinkedHashMap<>())
                  .merge(line.line(), credit.net(), Money::plus));
    }
    List<HeldDeposit> held = BillCalculator.endedDeposits(input);
    for (HeldDeposit deposit : held) {
      Deposits.Asked asked = deposits.asked(input.accountId(), deposit.id());
      byInvoice
          .computeIfAbsent(asked.invoiceId(), id -> new LinkedHashMap<>())
          .merge(asked.line(), deposit.net().negated(), Money::plus);
    }
    for (Map.Entry<Long, Map<Integer, Money>> each : byInvoice.entrySet()) {
      CorrectionRow done =
          correct(requestKey + "-" + each.getKey(), each.getKey(), each.getValue());
      if (done.isProposed()) {
        return invoices.row(each.getKey()).map(InvoiceRow::number);
      }
    }
    credits.stream()
        .filter(credit -> credit.kind() != ItemKind.DISCOUNT)
        .forEach(credit -> markGiven(input.accountId(), credit));
    held.forEach(deposit -> deposits.returned(input.accountId(), deposit.id()));
    return Optional.empty();
  }

  private CorrectionRow correct(String key, long invoiceId, Map<Integer, Money> credits) {
    Correctable state = corrections.correctable(invoiceId);
    List<LineChange> changes =
        state.lines().stream()
            .filter(left -> credits.containsKey(left.line()))
            .map(left -> new LineChange(left.line(), rest(left, credits.get(left.line())), null))
            .toList();
    Locale language = Locale.forLanguageTag(state.invoice().head().language());
    String text =
        ResourceBundle.getBundle(InvoicePdf.WORDS, language, InvoicePdf.NO_GUESS)
            .getString("serviceEnded");
    return corrections.correct(
        new NewCorrection(key, invoiceId, state.left(), CorrectionReason.OTHER, text, changes));
  }

  private static Money rest(LineLeft left, Money credit) {
    Money rest = left.net().plus(credit.rounded());
    boolean over = left.net().isNegative() ? rest.isPositive() : rest.isNegative();
    return over ? Money.zero(rest.currency()) : rest;
  }

  /** The line of a discount below the charge that it reduced. */
  private Optional<Line> discount(long accountId, Line charged, Origin.Discounted discount) {
    return sql.first(
        "select bill_id, line from billing.bill_item where account_id = ? and bill_id = ?"
            + " and kind = 'DISCOUNT' and reduces_line = ? and charge_code = ?",
        row -> new Line(row.getLong(1), row.getInt(2)),
        accountId,
        charged.invoiceId(),
        charged.line(),
        discount.code());
  }

  private Optional<Line> line(long accountId, Item credit) {
    Origin.Phase origin = (Origin.Phase) credit.origin();
    return sql.first(
        "select i.bill_id, i.line from billing.bill_item i join billing.invoice b"
            + " on b.account_id = i.account_id and b.id = i.bill_id"
            + " where i.account_id = ? and i.subscription_id = ? and i.phase_from = ?"
            + " and i.price_id = ? and i.kind = 'RECURRING' and i.period_start <= ?"
            + " and i.period_end >= ? order by i.bill_id desc limit 1",
        row -> new Line(row.getLong(1), row.getInt(2)),
        accountId,
        origin.key().subscriptionId(),
        origin.key().phaseFrom(),
        origin.key().priceId(),
        credit.period().start(),
        credit.period().end());
  }

  private void markGiven(long accountId, Item credit) {
    Origin.Phase origin = (Origin.Phase) credit.origin();
    books.lower(accountId, origin.key(), credit.period().start());
  }
}
