package com.asta.billing.service;

import com.asta.billing.rules.ItemKind;
import com.asta.common.Money;
import com.asta.common.Period;
import com.asta.common.service.Database;
import com.asta.customers.service.AccountCard;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerQuery;
import com.asta.customers.service.CustomerRow;
import com.asta.customers.service.CustomerService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The calculated bills, read for people: lists, one bill, its items. */
@ApplicationScoped
class BillRows {
  private static final int NAMES = 200;
  private static final String HEAD =
      "select b.id, b.account_id, b.run_id, b.cycle_start, b.cycle_end, b.currency, b.net, b.tax,"
          + " b.gross, i.number as invoice_number, (select p.gross from billing.bill p"
          + " join billing.invoice n on n.account_id = p.account_id and n.id = p.id"
          + " where p.account_id = b.account_id"
          + " and p.cycle_end <= b.cycle_start order by p.cycle_end desc limit 1) as previous"
          + " from billing.bill b left join billing.invoice i"
          + " on i.account_id = b.account_id and i.id = b.id";
  private static final String ITEM = "select * from billing.bill_item where bill_id = ?";

  /** A row without the names that belong to customers. */
  private record Bare(long runId, BillRow row) {}

  @Inject private Database sql;
  @Inject private CustomerService customers;

  List<BillRow> ofRun(long runId, String text, int offset, int limit) {
    if (text == null || text.isBlank()) {
      return named(
          sql.rows(
              HEAD + " where b.run_id = ? order by b.gross desc, b.id offset ? limit ?",
              BillRows::bare,
              runId,
              offset,
              limit));
    }
    return named(
        sql.rows(
            HEAD
                + " join billing.billing_account a on a.account_id = b.account_id"
                + " where b.run_id = ? and a.customer_id = any (?)"
                + " order by b.gross desc, b.id offset ? limit ?",
            BillRows::bare,
            runId,
            customersLike(text),
            offset,
            limit));
  }

  /** The run a bill belongs to, and the bill. */
  Optional<Map.Entry<Long, BillRow>> bill(long billId) {
    return sql.first(HEAD + " where b.id = ?", BillRows::bare, billId)
        .map(bare -> Map.entry(bare.runId(), named(List.of(bare)).get(0)));
  }

  /** Bills in the order of their ids given. */
  List<BillRow> bills(List<Long> ids) {
    Map<Long, BillRow> found =
        named(sql.rows(HEAD + " where b.id = any (?)", BillRows::bare, ids)).stream()
            .collect(Collectors.toMap(BillRow::id, Function.identity()));
    return ids.stream().map(found::get).toList();
  }

  /** The account's final bill before this one. */
  Optional<BillRow> previous(BillRow bill) {
    return sql.first(
            HEAD
                + " where b.account_id = ? and i.id is not null and b.cycle_end <= ?"
                + " order by b.cycle_end desc limit 1",
            BillRows::bare,
            bill.accountId(),
            bill.periodStart())
        .map(Bare::row);
  }

  List<BillItemRow> items(BillRow bill) {
    return sql.rows(
        ITEM + " and account_id = ? order by line", item(bill), bill.id(), bill.accountId());
  }

  Optional<BillItemRow> item(BillRow bill, int line) {
    return sql.first(
        ITEM + " and account_id = ? and line = ?", item(bill), bill.id(), bill.accountId(), line);
  }

  List<TaxRow> taxes(BillRow bill) {
    return sql.rows(
        "select * from billing.bill_tax" + " where account_id = ? and bill_id = ? order by line",
        row -> Invoices.taxRow(row, bill.gross().currency()),
        bill.accountId(),
        bill.id());
  }

  private Collection<Long> customersLike(String text) {
    return customers.list(new CustomerQuery(text, null, null, null), 0, NAMES).stream()
        .map(CustomerRow::id)
        .toList();
  }

  private List<BillRow> named(List<Bare> bare) {
    Map<Long, AccountCard> accounts =
        customers.accounts(bare.stream().map(b -> b.row().accountId()).toList());
    Map<Long, CustomerCard> cards =
        customers.cards(accounts.values().stream().map(AccountCard::customerId).toList());
    return bare.stream()
        .map(
            b -> {
              AccountCard account = accounts.get(b.row().accountId());
              CustomerCard card = account == null ? null : cards.get(account.customerId());
              return account == null || card == null ? b.row() : named(b.row(), account, card);
            })
        .toList();
  }

  private static BillRow named(BillRow row, AccountCard account, CustomerCard card) {
    return new BillRow(
        row.id(),
        row.accountId(),
        account.number(),
        card.id(),
        card.displayName(),
        row.periodStart(),
        row.periodEnd(),
        row.net(),
        row.tax(),
        row.gross(),
        row.invoiceNumber(),
        row.previousGross());
  }

  private static Bare bare(ResultSet row) throws SQLException {
    String currency = row.getString("currency");
    return new Bare(
        row.getLong("run_id"),
        new BillRow(
            row.getLong("id"),
            row.getLong("account_id"),
            null,
            0,
            null,
            Database.date(row, "cycle_start"),
            Database.date(row, "cycle_end"),
            Money.of(row.getBigDecimal("net"), currency),
            Money.of(row.getBigDecimal("tax"), currency),
            Money.of(row.getBigDecimal("gross"), currency),
            row.getString("invoice_number"),
            row.getBigDecimal("previous") == null
                ? null
                : Money.of(row.getBigDecimal("previous"), currency)));
  }

  private static Database.RowReader<BillItemRow> item(BillRow bill) {
    String currency = bill.gross().currency();
    return row ->
        new BillItemRow(
            row.getLong("bill_id"),
            row.getLong("account_id"),
            row.getInt("line"),
            ItemKind.valueOf(row.getString("kind")),
            Database.longOrNull(row, "subscription_id"),
            Database.longOrNull(row, "price_id"),
            Database.longOrNull(row, "offer_version_id"),
            row.getString("service_id"),
            row.getString("charge_code"),
            Database.longOrNull(row, "tariff_version_id"),
            Database.longOrNull(row, "manual_charge_id"),
            new Period(Database.date(row, "period_start"), Database.date(row, "period_end")),
            nominal(row),
            row.getBigDecimal("quantity"),
            row.getString("unit"),
            Database.longOrNull(row, "events"),
            Money.of(row.getBigDecimal("unit_price"), currency),
            Money.of(row.getBigDecimal("net"), currency),
            row.getString("vat_category"),
            row.getBigDecimal("vat_percent"),
            row.getString("vat_label"),
            row.getString("text_en"),
            row.getString("text_pl"),
            row.getObject("reduces_line", Integer.class),
            row.getBigDecimal("discount_percent"),
            row.getString("owner_name"));
  }

  private static Period nominal(ResultSet row) throws SQLException {
    LocalDate start = Database.date(row, "nominal_start");
    return start == null ? null : new Period(start, Database.date(row, "nominal_end"));
  }
}
