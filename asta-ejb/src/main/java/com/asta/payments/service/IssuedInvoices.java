package com.asta.payments.service;

import com.asta.billing.event.InvoiceIssued;
import com.asta.billing.service.InvoiceService;
import com.asta.billing.service.TaxRow;
import com.asta.common.Money;
import com.asta.common.service.Database;
import com.asta.customers.service.AccountCard;
import com.asta.customers.service.CustomerService;
import com.asta.payments.rules.Bookkeeping;
import com.asta.payments.rules.References;
import com.asta.payments.rules.TaxedAmount;
import com.asta.payments.rules.TransactionKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator.OfLong;
import java.util.Set;

/** Books many invoices of different accounts by a few statements for all of them. */
@ApplicationScoped
class IssuedInvoices {
  @Inject private Database sql;
  @Inject private Bulk bulk;
  @Inject private Sequences sequences;
  @Inject private Ledger ledger;
  @Inject private CustomerService customers;
  @Inject private InvoiceService invoices;
  @Inject private Clock clock;

  /**
   * Books those that simply become owed; what was booked before changes nothing. Locks the accounts
   * in the order of their ids.
   *
   * @return the others, for which credit of the account waits
   */
  List<InvoiceIssued> book(List<InvoiceIssued> issued) {
    List<Long> accounts = issued.stream().map(InvoiceIssued::accountId).distinct().toList();
    openAccounts(accounts);
    sql.rows(
        "select account_id from payments.financial_account where account_id = any (?)"
            + " order by account_id for update",
        row -> row.getLong(1),
        accounts);
    Set<Long> credited =
        longs(
            "select distinct account_id from payments.payment"
                + " where account_id = any (?) and unallocated > 0",
            accounts);
    Set<String> known =
        new HashSet<>(
            sql.rows(
                "select account_id || ' ' || number from payments.open_item"
                    + " where number_key = any (?) and account_id = any (?) and kind = 'INVOICE'"
                    + " and number = any (?)",
                row -> row.getString(1),
                issued.stream().map(each -> References.key(each.number())).toList(),
                accounts,
                issued.stream().map(InvoiceIssued::number).toList()));
    List<InvoiceIssued> fresh =
        issued.stream()
            .filter(each -> !known.contains(each.accountId() + " " + each.number()))
            .filter(each -> isSimple(each, credited))
            .toList();
    addItems(fresh);
    addBookings(fresh);
    return issued.stream().filter(each -> !isSimple(each, credited)).toList();
  }

  private static boolean isSimple(InvoiceIssued invoice, Set<Long> credited) {
    return invoice.gross().signum() > 0 && !credited.contains(invoice.accountId());
  }

  private void openAccounts(List<Long> accounts) {
    Set<Long> open =
        longs(
            "select account_id from payments.financial_account where account_id = any (?)",
            accounts);
    List<AccountCard> cards =
        customers
            .accounts(accounts.stream().filter(id -> !open.contains(id)).toList())
            .values()
            .stream()
            .sorted(Comparator.comparingLong(AccountCard::id))
            .toList();
    if (cards.isEmpty()) {
      return;
    }
    sql.update(
        "insert into payments.financial_account (account_id, customer_id, shard, number,"
            + " number_key, currency, opened_at) select a.*, ? from unnest(?, ?, ?::bigint[], ?, ?, ?) a"
            + " on conflict do nothing",
        clock.instant(),
        cards.stream().map(AccountCard::id).toList(),
        cards.stream().map(AccountCard::customerId).toList(),
        cards.stream().map(card -> Long.valueOf(card.shard())).toList(),
        cards.stream().map(AccountCard::number).toList(),
        cards.stream().map(card -> References.key(card.number())).toList(),
        cards.stream().map(AccountCard::currency).toList());
  }

  private void addItems(List<InvoiceIssued> fresh) {
    OfLong ids = sequences.take("payments.open_item_seq", fresh.size());
    bulk.add(
        "payments.open_item",
        "account_id, id, kind, document_id, number, number_key, issued_on, due_on, amount,"
            + " open_amount, currency",
        fresh,
        (row, invoice) -> {
          row.number(invoice.accountId());
          row.number(ids.nextLong());
          row.text("INVOICE");
          row.number(invoice.invoiceId());
          row.text(invoice.number());
          row.text(References.key(invoice.number()));
          row.day(invoice.issuedOn());
          row.day(invoice.dueOn());
          row.decimal(invoice.gross());
          row.decimal(invoice.gross());
          row.text(invoice.currency());
        });
  }

  private void addBookings(List<InvoiceIssued> fresh) {
    Map<Long, List<TaxRow>> taxes =
        invoices.taxes(fresh.stream().map(InvoiceIssued::invoiceId).toList());
    ledger.bookAll(
        fresh.stream()
            .map(each -> booking(each, taxes.getOrDefault(each.invoiceId(), List.of())))
            .toList());
  }

  private static Booking booking(InvoiceIssued invoice, List<TaxRow> taxes) {
    return new Booking(
        invoice.accountId(),
        TransactionKind.INVOICE,
        "invoice/" + invoice.invoiceId(),
        invoice.issuedOn(),
        invoice.number(),
        Bookkeeping.invoice(
            Money.of(invoice.gross(), invoice.currency()),
            taxes.stream()
                .map(each -> new TaxedAmount(each.label(), each.net(), each.tax()))
                .toList()));
  }

  private Set<Long> longs(String query, Object... arguments) {
    return new HashSet<>(sql.rows(query, row -> row.getLong(1), arguments));
  }
}
