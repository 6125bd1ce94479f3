package com.asta.billing.service;

import com.asta.billing.event.CreditNoteIssued;
import com.asta.billing.rules.CreditLine;
import com.asta.billing.rules.CreditOutcome.Credited;
import com.asta.billing.rules.TaxLine;
import com.asta.common.OperatorZone;
import com.asta.common.service.Database;
import com.asta.common.service.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes credit notes: documents of the sales register with amounts below zero, a number of their
 * own series, and the seller, buyer and texts of the invoice they correct.
 */
@ApplicationScoped
class CreditNotes {
  /** A credit note that has its number. */
  record Issued(long id, String number) {}

  @Inject private Database sql;
  @Inject private Numbers numbers;
  @Inject private Policies policies;
  @Inject private Outbox outbox;
  @Inject private Clock clock;

  Issued issue(Correctable state, CorrectionRow wish, Credited credited) {
    InvoiceRow invoice = state.invoice().head();
    LocalDate today = OperatorZone.dayOf(clock.instant());
    LocalDate on = today.isBefore(invoice.issuedOn()) ? invoice.issuedOn() : today;
    long id = sql.first("select nextval('billing.bill_seq')", row -> row.getLong(1)).orElseThrow();
    String number = numbers.one(policies.policy().creditSeries(), on, id);
    addHead(id, number, on, invoice, wish, credited);
    addLines(id, invoice, credited);
    addTaxes(id, invoice, credited);
    outbox.publish(
        new CreditNoteIssued(
            id,
            number,
            invoice.id(),
            invoice.number(),
            invoice.accountId(),
            invoice.customerId(),
            on,
            credited.gross().negated().amount(),
            credited.gross().currency()));
    return new Issued(id, number);
  }

  private void addHead(
      long id,
      String number,
      LocalDate on,
      InvoiceRow invoice,
      CorrectionRow wish,
      Credited credited) {
    sql.update(
        "insert into billing.invoice (account_id, id, kind, corrects_id, reason_code, reason_text,"
            + " customer_id, seller_nip, number, issued_on, due_on, cycle_start, cycle_end,"
            + " currency, net, tax, gross, buyer_name, account_number, seller, buyer, language)"
            + " select account_id, ?, 'CREDIT_NOTE', id, ?, ?, customer_id, seller_nip, ?,"
            + " ?::date, ?::date, cycle_start, cycle_end, currency, ?, ?, ?, buyer_name,"
            + " account_number, seller, buyer, language from billing.invoice"
            + " where account_id = ? and id = ?",
        id,
        wish.reason(),
        wish.text(),
        number,
        on,
        on,
        credited.net().amount(),
        credited.tax().amount(),
        credited.gross().amount(),
        invoice.accountId(),
        invoice.id());
  }

  private void addLines(long id, InvoiceRow invoice, Credited credited) {
    List<Object[]> rows = new ArrayList<>();
    int line = 1;
    for (CreditLine credit : credited.lines()) {
      rows.add(
          new Object[] {
            id,
            line++,
            credit.quantity(),
            credit.net().amount(),
            credit.before().amount(),
            credit.quantityBefore(),
            invoice.accountId(),
            invoice.id(),
            credit.line()
          });
    }
    sql.batch(
        "insert into billing.credit_line (account_id, invoice_id, line, text_en, text_pl,"
            + " service_id, period_start, period_end, quantity, unit, net, vat_label, kind,"
            + " subscription_id, corrects_line, net_before, quantity_before, owner_account_id,"
            + " owner_name)"
            + " select account_id, ?, ?, text_en, text_pl, service_id, period_start, period_end,"
            + " ?::numeric, unit, ?::numeric, vat_label, kind, subscription_id, line, ?::numeric,"
            + " ?::numeric, owner_account_id, owner_name from billing.invoice_line"
            + " where account_id = ? and invoice_id = ? and line = ?",
        rows);
  }

  private void addTaxes(long id, InvoiceRow invoice, Credited credited) {
    List<Object[]> rows = new ArrayList<>();
    int line = 1;
    for (TaxLine tax : credited.taxes()) {
      rows.add(
          new Object[] {
            id,
            line++,
            tax.net().amount(),
            tax.tax().amount(),
            tax.rounding().amount(),
            invoice.accountId(),
            invoice.id(),
            tax.label()
          });
    }
    sql.batch(
        "insert into billing.credit_tax (account_id, invoice_id, line, percent, label, net, tax,"
            + " rounding, treatment, reason_en, reason_pl) select account_id, ?, ?, percent, label,"
            + " ?::numeric, ?::numeric, ?::numeric, treatment, reason_en, reason_pl"
            + " from billing.invoice_tax where account_id = ? and invoice_id = ? and label = ?",
        rows);
  }
}
