package com.asta.billing.service;

import com.asta.billing.event.InvoiceIssued;
import com.asta.billing.event.InvoicesIssued;
import com.asta.billing.model.BillRun;
import com.asta.common.Money;
import com.asta.common.Period;
import com.asta.common.service.Database;
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
import java.util.SortedMap;

/** Makes invoices of numbered drafts, in bulk, and moves on what counts as billed. */
@ApplicationScoped
class Invoicing {
  /** Invoices that are published in one message. */
  private static final int TOGETHER = 250;

  private static final String HEAD =
      "account_id, id, customer_id, run_id, seller_nip, number, issued_on, due_on, cycle_start,"
          + " cycle_end, currency, net, tax, gross, buyer_name, account_number, seller, buyer,"
          + " arrears, language";

  private static final String UNTIL =
      " case when bool_or(kind = 'CREDIT') then min(period_start) else max(period_end) end as until";

  private static final String OF_BILLS =
      " from billing.bill_item join unnest(?::bigint[], ?::bigint[]) b (account_id, bill_id)"
          + " using (account_id, bill_id) where price_id is not null";

  private static final String BY_PRICE =
      " group by account_id, subscription_id, phase_from, price_id";

  /** How far each price is charged by the bills given, as columns of {@code charged_until}. */
  private static final String CHARGED =
      "select account_id, subscription_id, phase_from, price_id, max(offer_version_id),"
          + " max(service_id), max(owner_account_id),"
          + UNTIL
          + OF_BILLS
          + BY_PRICE;

  /**
   * Moves on how far prices are charged and marks the charges that were entered, by one look at the
   * items; tells whether all prices were there to be moved.
   */
  private static final String MARKED =
      "with item as materialized (select account_id, bill_id, kind, subscription_id, phase_from,"
          + " price_id, period_start, period_end, manual_charge_id"
          + OF_BILLS
          + " or manual_charge_id is not null), n as materialized ("
          + "select account_id, subscription_id, phase_from, price_id,"
          + UNTIL
          + " from item where price_id is not null"
          + BY_PRICE
          + "), moved as (update billing.charged_until c set until = n.until from n"
          + " where c.account_id = n.account_id and c.subscription_id = n.subscription_id"
          + " and c.phase_from = n.phase_from and c.price_id = n.price_id returning 1),"
          + " entered as (update billing.manual_charge m set bill_id = i.bill_id,"
          + " version = version + 1 from item i where m.id = i.manual_charge_id)"
          + " select (select count(*) from n) = (select count(*) from moved)";

  /** A numbered draft that has just become final. */
  private record Draft(
      long accountId,
      long billId,
      long customerId,
      String number,
      String vatId,
      String language,
      LocalDate dueOn,
      Period period,
      String currency,
      BigDecimal net,
      BigDecimal tax,
      BigDecimal gross) {}

  @Inject private Database sql;
  @Inject private CustomerService customers;
  @Inject private OperatorProfile profile;
  @Inject private Numbers numbers;
  @Inject private Arrears arrears;
  @Inject private Deposits deposits;
  @Inject private LineOwners owners;
  @Inject private Outbox outbox;

  int issue(BillRun run, Collection<Long> accountIds) {
    List<Draft> drafts = finalised(run, accountIds);
    if (drafts.isEmpty()) {
      return 0;
    }
    List<Long> accounts = drafts.stream().map(Draft::accountId).toList();
    List<Long> bills = drafts.stream().map(Draft::billId).toList();
    addHeads(run, drafts, accounts);
    owners.name(accounts, bills);
    markBilled(accounts, bills);
    deposits.follow(accounts, bills);
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

  /** Makes drafts of the accounts final under their numbers, in the run and for themselves. */
  private List<Draft> finalised(BillRun run, Collection<Long> accountIds) {
    SortedMap<Long, String> numbers = this.numbers.of(run.getId(), accountIds);
    return sql.rows(
        "with taken as (update billing.bill_run_account r set status = 'FINAL'"
            + " from (select ?::bigint as run_id, u.* from unnest(?::bigint[], ?::text[])"
            + " u (account_id, number) offset 0) n"
            + " where r.run_id = n.run_id and r.account_id = n.account_id and r.status = 'DRAFTED'"
            + " returning r.account_id, r.bill_id, n.number),"
            + " final as (update billing.bill b set status = 'FINAL', invoice_number = t.number"
            + " from taken t where b.account_id = t.account_id and b.id = t.bill_id"
            + " and b.status = 'DRAFT' returning b.*)"
            + " select f.account_id, f.id, a.customer_id, f.invoice_number, a.vat_id, a.language,"
            + " a.payment_days, f.cycle_start, f.cycle_end, f.currency, f.net, f.tax, f.gross"
            + " from final f join billing.billing_account a on a.account_id = f.account_id"
            + " order by f.account_id",
        row ->
            new Draft(
                row.getLong("account_id"),
                row.getLong("id"),
                row.getLong("customer_id"),
                row.getString("invoice_number"),
                row.getString("vat_id"),
                row.getString("language"),
                run.getIssuedOn().plusDays(row.getInt("payment_days")),
                new Period(Database.date(row, "cycle_start"), Database.date(row, "cycle_end")),
                row.getString("currency"),
                row.getBigDecimal("net"),
                row.getBigDecimal("tax"),
                row.getBigDecimal("gross")),
        run.getId(),
        numbers.keySet(),
        numbers.values());
  }

  private void addHeads(BillRun run, List<Draft> drafts, List<Long> accounts) {
    Map<Long, AccountCard> accountCards = customers.accounts(accounts);
    Map<Long, CustomerCard> cards =
        customers.cards(drafts.stream().map(Draft::customerId).toList());
    Map<Long, List<Money>> overdue = arrears.overdue(accounts, run.getIssuedOn());
    Party seller = Buyers.seller(profile.operator());
    String sellerText = Json.write(seller);
    sql.copy(
        "billing.invoice",
        HEAD,
        rows -> {
          for (Draft draft : drafts) {
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
            rows.text(Json.write(buyer));
            List<Money> open = overdue.getOrDefault(draft.accountId(), List.of());
            rows.decimal(Money.sum(open, draft.currency()).amount());
            rows.text(draft.language());
          }
        });
  }

  /** Moves on how far prices are charged, and marks the charges that were entered. */
  private void markBilled(List<Long> accounts, List<Long> bills) {
    boolean moved = sql.first(MARKED, row -> row.getBoolean(1), accounts, bills).orElseThrow();
    if (!moved) {
      sql.update(
          "insert into billing.charged_until (account_id, subscription_id, phase_from, price_id,"
              + " offer_version_id, service_id, owner_account_id, until) "
              + CHARGED
              + " on conflict (account_id, subscription_id, phase_from, price_id) do update"
              + " set until = excluded.until where charged_until.until <> excluded.until",
          accounts,
          bills);
    }
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
