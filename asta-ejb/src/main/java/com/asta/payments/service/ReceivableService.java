package com.asta.payments.service;

import com.asta.billing.event.CreditNoteIssued;
import com.asta.billing.event.InvoiceIssued;
import com.asta.billing.event.InvoicesIssued;
import com.asta.billing.service.InvoiceService;
import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Roles;
import com.asta.payments.model.FinancialAccount;
import com.asta.payments.model.OpenItem;
import com.asta.payments.model.Payment;
import com.asta.payments.rules.Bookkeeping;
import com.asta.payments.rules.MatchRule;
import com.asta.payments.rules.PaymentMethod;
import com.asta.payments.rules.Posting;
import com.asta.payments.rules.TaxedAmount;
import com.asta.payments.rules.TransactionKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Books what customers owe; the same document a second time changes nothing. */
@Stateless
@RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
public class ReceivableService {
  private static final String CREDIT_NOTES = "credit-note";

  @Inject private FinancialAccounts accounts;
  @Inject private OpenItems openItems;
  @Inject private Payments payments;
  @Inject private Settlement settlement;
  @Inject private Ledger ledger;
  @Inject private IssuedInvoices together;
  @Inject private InvoiceService invoices;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * Books an issued invoice as an open item, then settles it with credit of the account if there is
   * any. A negative gross is a credit note: it becomes credit. Of an invoice whose lines sum to
   * nothing only what moves between its rates is booked.
   */
  public void issued(InvoiceIssued invoice) {
    Money gross = Money.of(invoice.gross(), invoice.currency());
    FinancialAccount account = accounts.locked(invoice.accountId());
    if (gross.isNegative()) {
      creditNote(account, invoice, gross.negated());
    } else if (gross.isZero()) {
      balanced(invoice, gross);
    } else if (gross.isPositive()
        && !openItems.known(invoice.accountId(), OpenItem.Kind.INVOICE, invoice.number())) {
      openItems.add(
          OpenItem.ofInvoice(
              invoice.accountId(),
              invoice.invoiceId(),
              invoice.number(),
              invoice.issuedOn(),
              invoice.dueOn(),
              gross));
      ledger.book(
          invoice.accountId(),
          TransactionKind.INVOICE,
          "invoice/" + invoice.invoiceId(),
          invoice.issuedOn(),
          invoice.number(),
          Bookkeeping.invoice(gross, rates(invoice.invoiceId())));
      settlement.settleCredits(account);
    }
  }

  /** Books the invoices of a bill run, most of them together. */
  public void issued(InvoicesIssued fact) {
    together.book(fact.invoices()).forEach(this::issued);
  }

  /**
   * Takes a credit note to the account: less is receivable, first on the corrected invoice, then on
   * what is due longest; what is left of it becomes credit. The same note again changes nothing.
   */
  public void credited(CreditNoteIssued note) {
    FinancialAccount account = accounts.locked(note.accountId());
    if (payments.byReference(CREDIT_NOTES, note.number()).isPresent()) {
      return;
    }
    Set<Long> corrected =
        openItems.openOf(note.accountId()).stream()
            .filter(item -> Long.valueOf(note.invoiceId()).equals(item.getDocumentId()))
            .map(OpenItem::getId)
            .collect(Collectors.toSet());
    credit(
        account,
        note.number(),
        note.issuedOn(),
        Money.of(note.amount(), note.currency()),
        rates(note.creditNoteId()),
        corrected);
  }

  /** Takes over a debt from an earlier system. */
  public void broughtForward(
      long accountId, String number, LocalDate issuedOn, LocalDate dueOn, Money debt) {
    FinancialAccount account = accounts.locked(accountId);
    if (openItems.known(accountId, OpenItem.Kind.BROUGHT_FORWARD, number)) {
      return;
    }
    openItems.add(OpenItem.broughtForward(accountId, number, issuedOn, dueOn, debt));
    ledger.book(
        accountId,
        TransactionKind.BROUGHT_FORWARD,
        number,
        issuedOn,
        number,
        Bookkeeping.broughtForward(debt));
    settlement.settleCredits(account);
  }

  /** Opens the financial account of a new customer. */
  public void opened(long accountId) {
    accounts.locked(accountId);
  }

  private void balanced(InvoiceIssued invoice, Money gross) {
    List<TaxedAmount> rates = rates(invoice.invoiceId());
    List<Posting> postings = rates.isEmpty() ? List.of() : Bookkeeping.invoice(gross, rates);
    String source = "invoice/" + invoice.invoiceId();
    if (!postings.isEmpty()
        && !ledger.isBooked(invoice.accountId(), TransactionKind.INVOICE, source)) {
      ledger.book(
          invoice.accountId(),
          TransactionKind.INVOICE,
          source,
          invoice.issuedOn(),
          invoice.number(),
          postings);
    }
  }

  private void creditNote(FinancialAccount account, InvoiceIssued note, Money credit) {
    if (payments.byReference(CREDIT_NOTES, note.number()).isPresent()) {
      return;
    }
    credit(account, note.number(), note.issuedOn(), credit, rates(note.invoiceId()), Set.of());
  }

  private void credit(
      FinancialAccount account,
      String number,
      LocalDate issuedOn,
      Money credit,
      List<TaxedAmount> rates,
      Set<Long> corrected) {
    Instant now = clock.instant();
    Payment payment =
        new Payment(PaymentMethod.CREDIT_NOTE, CREDIT_NOTES, number, credit)
            .received(issuedOn, OperatorZone.dayOf(now), now, user.name());
    List<TaxedAmount> taken =
        rates.stream()
            .map(each -> new TaxedAmount(each.rate(), each.net().negated(), each.tax().negated()))
            .toList();
    settlement.record(
        payment,
        account,
        MatchRule.DOCUMENT_NUMBER,
        corrected,
        Bookkeeping.creditNote(credit, taken));
  }

  /** What billing says of the document's taxes; none if it does not know the document. */
  private List<TaxedAmount> rates(long documentId) {
    return invoices.taxes(documentId).stream()
        .map(each -> new TaxedAmount(each.label(), each.net(), each.tax()))
        .toList();
  }
}
