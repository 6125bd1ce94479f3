package com.asta.billing.service;

import com.asta.billing.event.InvoiceIssued;
import com.asta.billing.event.InvoicesIssued;
import com.asta.billing.model.BillRun;
import com.asta.common.Money;
import com.asta.common.service.Database;
import com.asta.common.service.Json;
import com.asta.common.service.OperatorProfile;
import com.asta.common.service.Outbox;
import com.asta.customers.service.AccountCard;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Makes invoices of numbered drafts, in bulk; from then on what is on them counts as billed. */
@ApplicationScoped
class Invoicing {
  /** Invoices that are published in one message. */
  private static final int TOGETHER = 250;

  private static final String HEAD =
      "account_id, id, customer_id, run_id, seller_nip, number, issued_on, due_on, cycle_start,"
          + " cycle_end, currency, net, tax, gross, buyer_name, account_number, seller, buyer,"
          + " arrears, language";

  @Inject private Database sql;
  @Inject private CustomerService customers;
  @Inject private OperatorProfile profile;
  @Inject private NumberedDrafts drafts;
  @Inject private Arrears arrears;
  @Inject private Deposits deposits;
  @Inject private ChargedBooks books;
  @Inject private LineOwners owners;
  @Inject private Outbox outbox;

  int issue(BillRun run, Collection<Long> accountIds) {
    List<NumberedDraft> all = drafts.of(run, accountIds);
    if (all.isEmpty()) {
      return 0;
    }
    addHeads(run, all);
    those(all, NumberedDraft::shared, owners::name);
    markEntered(all);
    those(all, draft -> draft.changeId() > 0, books::takenIn);
    those(all, NumberedDraft::deposits, deposits::follow);
    publish(run, all);
    return all.size();
  }

  /** Does something with those drafts of which it is true, if there are any: accounts and ids. */
  private static void those(
      List<NumberedDraft> all,
      Predicate<NumberedDraft> which,
      BiConsumer<List<Long>, List<Long>> work) {
    List<NumberedDraft> some = all.stream().filter(which).toList();
    if (!some.isEmpty()) {
      work.accept(
          some.stream().map(NumberedDraft::accountId).toList(),
          some.stream().map(NumberedDraft::billId).toList());
    }
  }

  private void publish(BillRun run, List<NumberedDraft> drafts) {
    List<InvoicesIssued> facts = new ArrayList<>();
    for (int from = 0; from < drafts.size(); from += TOGETHER) {
      List<NumberedDraft> part = drafts.subList(from, Math.min(drafts.size(), from + TOGETHER));
      facts.add(
          new InvoicesIssued(run.getId(), part.stream().map(draft -> event(run, draft)).toList()));
    }
    outbox.publishLater(facts);
  }

  private void addHeads(BillRun run, List<NumberedDraft> drafts) {
    List<Long> accounts = drafts.stream().map(NumberedDraft::accountId).toList();
    Map<Long, AccountCard> accountCards = customers.accounts(accounts);
    Map<Long, CustomerCard> cards =
        customers.cards(drafts.stream().map(NumberedDraft::customerId).toList());
    Map<Long, List<Money>> overdue = arrears.overdue(accounts, run.getIssuedOn());
    Party seller = Buyers.seller(profile.operator());
    byte[] sellerText = Json.octets(seller);
    sql.copy(
        "billing.invoice",
        HEAD,
        rows -> {
          for (NumberedDraft draft : drafts) {
            rows.row();
            rows.number(draft.accountId());
            rows.number(draft.billId());
            rows.number(draft.customerId());
            rows.number(run.getId());
            rows.text(seller.nip());
            rows.text(draft.number());
            rows.day(run.getIssuedOn());
            rows.day(draft.dueOn());
            rows.day(draft.period().start());
            rows.day(draft.period().end());
            rows.text(draft.currency());
            rows.decimal(draft.net());
            rows.decimal(draft.tax());
            rows.decimal(draft.gross());
            Party buyer = Buyers.buyer(cards.get(draft.customerId()), draft.vatId());
            rows.text(buyer.name());
            rows.text(accountCards.get(draft.accountId()).number());
            rows.text(sellerText);
            rows.text(Json.octets(buyer));
            List<Money> open = overdue.getOrDefault(draft.accountId(), List.of());
            rows.decimal(Money.sum(open, draft.currency()).amount());
            rows.text(draft.language());
          }
        });
  }

  /** Marks the charges that were entered and are on the bills. */
  private void markEntered(List<NumberedDraft> drafts) {
    SortedMap<Long, Long> bills = new TreeMap<>();
    drafts.forEach(draft -> draft.entered().forEach(charge -> bills.put(charge, draft.billId())));
    if (!bills.isEmpty()) {
      sql.update(
          "update billing.manual_charge set version = version + 1, bill_id = "
              + Database.valueOf("id")
              + " where id = any (?)",
          bills.values(),
          bills.keySet(),
          bills.keySet());
    }
  }

  private static InvoiceIssued event(BillRun run, NumberedDraft draft) {
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
