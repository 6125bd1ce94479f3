package com.asta.billing.service;

import com.asta.billing.event.InvoiceIssued;
import com.asta.billing.model.BillRun;
import com.asta.common.Money;
import com.asta.common.service.Json;
import com.asta.common.service.OperatorProfile;
import com.asta.common.service.Outbox;
import com.asta.customers.service.AccountCard;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Makes invoices of numbered drafts, in bulk, and moves on what counts as billed. */
@ApplicationScoped
class Invoicing {
  private record Draft(
      long accountId,
      long billId,
      long customerId,
      String number,
      String vatId,
      String language,
      LocalDate dueOn,
      BigDecimal gross,
      String currency) {}

  @Inject private Sql sql;
  @Inject private CustomerService customers;
  @Inject private OperatorProfile profile;
  @Inject private Arrears arrears;
  @Inject private Deposits deposits;
  @Inject private Outbox outbox;

  int issue(BillRun run, Collection<Long> accountIds) {
    List<Draft> drafts = drafts(run, accountIds);
    if (drafts.isEmpty()) {
      return 0;
    }
    List<Long> accounts = drafts.stream().map(Draft::accountId).toList();
    List<Long> bills = drafts.stream().map(Draft::billId).toList();
    addHeads(run, drafts, accounts);
    addLines(accounts, bills);
    markBilled(accounts, bills);
    deposits.follow(accounts, bills);
    sql.update(
        "update billing.bill set status = 'FINAL' where account_id = any (?) and id = any (?)",
        accounts,
        bills);
    sql.update(
        "update billing.bill_run_account set status = 'FINAL'"
            + " where account_id = any (?) and run_id = ?",
        accounts,
        run.getId());
    outbox.publishAll(drafts.stream().map(draft -> event(run, draft)).toList());
    return drafts.size();
  }

  private List<Draft> drafts(BillRun run, Collection<Long> accountIds) {
    return sql.list(
        "select b.account_id, b.id, a.customer_id, b.invoice_number, a.vat_id, a.language, a.payment_days,"
            + " b.gross, b.currency from billing.bill b"
            + " join billing.billing_account a on a.account_id = b.account_id"
            + " where b.account_id = any (?) and b.run_id = ? and b.status = 'DRAFT'"
            + " and b.invoice_number is not null order by b.account_id",
        row ->
            new Draft(
                row.getLong("account_id"),
                row.getLong("id"),
                row.getLong("customer_id"),
                row.getString("invoice_number"),
                row.getString("vat_id"),
                row.getString("language"),
                run.getIssuedOn().plusDays(row.getInt("payment_days")),
                row.getBigDecimal("gross"),
                row.getString("currency")),
        accountIds,
        run.getId());
  }

  private void addHeads(BillRun run, List<Draft> drafts, List<Long> accounts) {
    Map<Long, AccountCard> accountCards = customers.accounts(accounts);
    Map<Long, CustomerCard> cards =
        customers.cards(drafts.stream().map(Draft::customerId).toList());
    Party seller = Buyers.seller(profile.operator());
    String sellerJson = Json.write(seller);
    Map<Long, List<Money>> overdue = arrears.overdue(accounts, run.getIssuedOn());
    List<Object[]> rows = new ArrayList<>();
    for (Draft draft : drafts) {
      Party buyer = Buyers.buyer(cards.get(draft.customerId()), draft.vatId());
      rows.add(
          new Object[] {
            draft.customerId(),
            seller.nip(),
            run.getIssuedOn(),
            draft.dueOn(),
            buyer.name(),
            accountCards.get(draft.accountId()).number(),
            sellerJson,
            Json.write(buyer),
            Money.sum(overdue.getOrDefault(draft.accountId(), List.of()), draft.currency())
                .amount(),
            draft.language(),
            draft.accountId(),
            draft.billId()
          });
    }
    sql.batch(
        "insert into billing.invoice (account_id, id, customer_id, run_id, seller_nip, number,"
            + " issued_on, due_on, cycle_start, cycle_end, currency, net, tax, gross, buyer_name,"
            + " account_number, seller, buyer, arrears, language) select b.account_id, b.id, ?, b.run_id, ?,"
            + " b.invoice_number, ?::date, ?::date, b.cycle_start, b.cycle_end, b.currency, b.net,"
            + " b.tax, b.gross, ?, ?, ?::jsonb, ?::jsonb, ?::numeric, ? from billing.bill b"
            + " where b.account_id = ? and b.id = ?",
        rows);
  }

  private void addLines(List<Long> accounts, List<Long> bills) {
    sql.update(
        "insert into billing.invoice_line (account_id, invoice_id, line, text_en, text_pl,"
            + " service_id, period_start, period_end, quantity, unit, net, vat_label, kind,"
            + " subscription_id) select account_id, bill_id, line, text_en, text_pl, service_id,"
            + " period_start, period_end, quantity, unit, shown, vat_label, kind, subscription_id"
            + " from billing.bill_item"
            + " where account_id = any (?) and bill_id = any (?)",
        accounts,
        bills);
    sql.update(
        "insert into billing.invoice_tax (account_id, invoice_id, line, percent, label, net, tax,"
            + " rounding, treatment, reason_en, reason_pl) select account_id, bill_id, line,"
            + " percent, label, net, tax, rounding, treatment, reason_en, reason_pl"
            + " from billing.bill_tax where account_id = any (?) and bill_id = any (?)",
        accounts,
        bills);
  }

  private void markBilled(List<Long> accounts, List<Long> bills) {
    sql.update(
        "insert into billing.charged_until (account_id, subscription_id, phase_from, price_id,"
            + " offer_version_id, service_id, until) select account_id, subscription_id,"
            + " phase_from, price_id, max(offer_version_id), max(service_id),"
            + " case when bool_or(kind = 'CREDIT') then min(period_start) else max(period_end) end"
            + " from billing.bill_item where account_id = any (?) and bill_id = any (?)"
            + " and price_id is not null group by account_id, subscription_id, phase_from, price_id"
            + " on conflict (account_id, subscription_id, phase_from, price_id)"
            + " do update set until = excluded.until",
        accounts,
        bills);
    sql.update(
        "update billing.manual_charge m set bill_id = i.bill_id, version = version + 1"
            + " from billing.bill_item i where i.account_id = any (?) and i.bill_id = any (?)"
            + " and i.manual_charge_id = m.id",
        accounts,
        bills);
  }

  private static InvoiceIssued event(BillRun run, Draft draft) {
    return new InvoiceIssued(
        draft.billId(),
        draft.number(),
        draft.accountId(),
        draft.customerId(),
        run.getIssuedOn(),
        draft.dueOn(),
        draft.gross(),
        draft.currency());
  }
}
