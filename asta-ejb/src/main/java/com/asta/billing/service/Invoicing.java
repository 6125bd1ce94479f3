package com.asta.billing.service;

import com.asta.billing.event.InvoiceIssued;
import com.asta.billing.event.InvoicesIssued;
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
  /** Invoices that are published in one message. */
  private static final int TOGETHER = 250;

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
  @Inject private LineOwners owners;
  @Inject private Outbox outbox;

  int issue(BillRun run, Collection<Long> accountIds) {
    List<Draft> drafts = drafts(run, accountIds);
    if (drafts.isEmpty()) {
      return 0;
    }
    List<Long> accounts = drafts.stream().map(Draft::accountId).toList();
    List<Long> bills = drafts.stream().map(Draft::billId).toList();
    addHeads(run, drafts, accounts);
    owners.name(accounts, bills);
    markBilled(accounts, bills);
    deposits.follow(accounts, bills);
    sql.update(
        "update billing.bill b set status = 'FINAL' from unnest(?, ?) d (account_id, id)"
            + " where b.account_id = d.account_id and b.id = d.id",
        accounts,
        bills);
    sql.update(
        "update billing.bill_run_account set status = 'FINAL'"
            + " where account_id = any (?) and run_id = ?",
        accounts,
        run.getId());
    publish(run, drafts);
    return drafts.size();
  }

  private void publish(BillRun run, List<Draft> drafts) {
    List<InvoicesIssued> facts = new ArrayList<>();
    for (int from = 0; from < drafts.size(); from += TOGETHER) {
      List<Draft> part = drafts.subList(from, Math.min(drafts.size(), from + TOGETHER));
      facts.add(
          new InvoicesIssued(run.getId(), part.stream().map(draft -> event(run, draft)).toList()));
    }
    outbox.publishLater(facts);
  }

  private List<Draft> drafts(BillRun run, Collection<Long> accountIds) {
    return sql.list(
        "select b.account_id, b.id, a.customer_id, b.invoice_number, a.vat_id, a.language, a.payment_days,"
            + " b.gross, b.currency from billing.bill_run_account r"
            + " join billing.bill b on b.account_id = r.account_id and b.id = r.bill_id"
            + " join billing.billing_account a on a.account_id = b.account_id"
            + " where r.account_id = any (?) and r.run_id = ? and b.status = 'DRAFT'"
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
    Map<Long, List<Money>> overdue = arrears.overdue(accounts, run.getIssuedOn());
    int count = drafts.size();
    String[] names = new String[count];
    String[] numbers = new String[count];
    String[] buyers = new String[count];
    String[] dueOn = new String[count];
    String[] languages = new String[count];
    BigDecimal[] open = new BigDecimal[count];
    for (int i = 0; i < count; i++) {
      Draft draft = drafts.get(i);
      Party buyer = Buyers.buyer(cards.get(draft.customerId()), draft.vatId());
      names[i] = buyer.name();
      numbers[i] = accountCards.get(draft.accountId()).number();
      buyers[i] = Json.write(buyer);
      dueOn[i] = draft.dueOn().toString();
      open[i] =
          Money.sum(overdue.getOrDefault(draft.accountId(), List.of()), draft.currency()).amount();
      languages[i] = draft.language();
    }
    sql.update(
        "insert into billing.invoice (account_id, id, customer_id, run_id, seller_nip, number,"
            + " issued_on, due_on, cycle_start, cycle_end, currency, net, tax, gross, buyer_name,"
            + " account_number, seller, buyer, arrears, language) select b.account_id, b.id, d.customer_id,"
            + " b.run_id, ?, b.invoice_number, ?::date, d.due_on::date, b.cycle_start, b.cycle_end,"
            + " b.currency, b.net, b.tax, b.gross, d.name, d.number, ?::jsonb, d.buyer::jsonb,"
            + " d.arrears, d.language from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " d (account_id, bill_id, customer_id, due_on, name, number, buyer, arrears, language)"
            + " join billing.bill b on b.account_id = d.account_id and b.id = d.bill_id",
        seller.nip(),
        run.getIssuedOn(),
        Json.write(seller),
        accounts,
        drafts.stream().map(Draft::billId).toList(),
        drafts.stream().map(Draft::customerId).toList(),
        dueOn,
        names,
        numbers,
        buyers,
        open,
        languages);
  }

  private void markBilled(List<Long> accounts, List<Long> bills) {
    sql.update(
        "insert into billing.charged_until (account_id, subscription_id, phase_from, price_id,"
            + " offer_version_id, service_id, owner_account_id, until) select account_id, subscription_id,"
            + " phase_from, price_id, max(offer_version_id), max(service_id), max(owner_account_id),"
            + " case when bool_or(kind = 'CREDIT') then min(period_start) else max(period_end) end"
            + " from billing.bill_item join unnest(?, ?) b (account_id, bill_id)"
            + " using (account_id, bill_id) where price_id is not null"
            + " group by account_id, subscription_id, phase_from, price_id"
            + " on conflict (account_id, subscription_id, phase_from, price_id)"
            + " do update set until = excluded.until",
        accounts,
        bills);
    sql.update(
        "update billing.manual_charge m set bill_id = i.bill_id, version = version + 1"
            + " from billing.bill_item i join unnest(?, ?) b (account_id, bill_id)"
            + " using (account_id, bill_id) where m.id = i.manual_charge_id",
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
