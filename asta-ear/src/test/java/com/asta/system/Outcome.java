package com.asta.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.asta.common.launcher.DatabaseAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a month's end has led to in the town, as far as it must not depend on what happened. */
final class Outcome {
  private static final String TOWN = MonthEnd.OF_THE_TOWN;

  /** No sequence's value and no time of work is among the columns. */
  private static final Map<String, String> QUESTIONS =
      Map.ofEntries(
          Map.entry(
              "the file",
              "select status, position, line_no, rated, duplicates, rejected, not_chargeable"
                  + " from charging.usage_file where name = 'town.csv'"),
          Map.entry(
              "usage by account and charge",
              "select account_id, charge_code, count(*), sum(units), sum(rated)"
                  + " from charging.usage_record where "
                  + TOWN
                  + " group by 1, 2 order by 1, 2"),
          Map.entry(
              "every event and its price",
              "select account_id, md5(string_agg(concat_ws('|', event_key, event_time, units,"
                  + " charge_code, rated, explanation, line_no), ',' order by event_key))"
                  + " from charging.usage_record where "
                  + TOWN
                  + " group by 1 order by 1"),
          Map.entry(
              "usage totals",
              "select account_id, day, charge_code, quantity, events, rated"
                  + " from charging.usage_total where "
                  + TOWN
                  + " order by 1, 2, 3"),
          Map.entry(
              "allowances used",
              "select account_id, period_start, counter, units from charging.usage_counter where "
                  + TOWN
                  + " order by 1, 2, 3"),
          Map.entry(
              "suspense",
              "select position, reason, detail, raw from common.suspense"
                  + " where source like '%%town.csv%%' order by position::int"),
          Map.entry(
              "progress of the jobs",
              "select r.job, p.step, sum(p.total), sum(p.done), sum(p.rejected)"
                  + " from common.job_progress p join (select distinct instance_id, job"
                  + " from common.job_run) r using (instance_id) where r.job in"
                  + " ('charging-usage-import', 'billing-bill-run', 'billing-bill-run-finalise')"
                  + " group by 1, 2, p.instance_id"
                  + " order by p.instance_id, 1, 2"),
          Map.entry(
              "states of the run's accounts",
              "select account_id, status, reason from billing.bill_run_account where "
                  + TOWN
                  + " order by 1"),
          Map.entry(
              "bill items",
              "select i.account_id, i.line, i.kind, i.charge_code, i.quantity, i.events, i.net,"
                  + " i.shown from billing.bill_item i where "
                  + TOWN
                  + " order by 1, 2"),
          Map.entry(
              "charges entered by hand and the lines they became",
              "select m.request_key, m.bill_id is not null, count(i.line), sum(i.net)"
                  + " from billing.manual_charge m left join billing.bill_item i"
                  + " on i.account_id = m.account_id and i.bill_id = m.bill_id"
                  + " and i.manual_charge_id = m.id where m.request_key like 'town-%%'"
                  + " group by 1, 2 order by 1"),
          Map.entry(
              "invoices",
              "select number, account_id, issued_on, due_on, net, tax, gross"
                  + " from billing.invoice order by number"),
          Map.entry(
              "invoice lines",
              "select account_id, line, text_en, quantity, net from billing.invoice_line where "
                  + TOWN
                  + " order by 1, 2"),
          Map.entry(
              "numbers taken",
              "select seller, series, first_number, size from billing.number_block"
                  + " order by 1, 2, 3"),
          Map.entry(
              "events published",
              "select properties->>'event', count(*) from common.outbox"
                  + " where properties->>'event' in ('InvoiceIssued', 'UsageImported')"
                  + " group by 1 order by 1"),
          Map.entry(
              "receivables",
              "select number, account_id, due_on, amount, open_amount from payments.open_item"
                  + " where "
                  + TOWN
                  + " order by 1"),
          Map.entry(
              "balances",
              "select account_id, account, sum(amount) from payments.ledger_leg where "
                  + TOWN
                  + " group by 1, 2 order by 1, 2"));

  private Outcome() {}

  /** Everything, by what it is. */
  static Map<String, List<String>> of(DatabaseAddress address) throws SQLException {
    Map<String, List<String>> outcome = new LinkedHashMap<>();
    try (Connection database = address.connect()) {
      for (Map.Entry<String, String> question : QUESTIONS.entrySet()) {
        outcome.put(question.getKey(), Rows.of(database, question.getValue()));
      }
    }
    return outcome;
  }

  /** What must hold by itself, so that two equal outcomes are not equally wrong. */
  static void assertSound(DatabaseAddress address) throws SQLException {
    try (Connection database = address.connect()) {
      assertEquals(
          List.of(MonthEnd.EVENTS + " " + MonthEnd.EVENTS),
          Rows.of(
              database,
              "select count(*), count(distinct event_key) from charging.usage_record"
                  + " where event_key like 'town-%%'"),
          "each event once");
      assertEquals(
          List.of(MonthEnd.EVENTS + " " + MonthEnd.TWICE + " " + MonthEnd.STRANGERS),
          Rows.of(
              database,
              "select rated, duplicates, rejected from charging.usage_file"
                  + " where name = 'town.csv'"),
          "each line once");
      assertNone(
          database,
          "usage without its total",
          "select * from (select account_id, charge_code, count(*) n, sum(rated) r"
              + " from charging.usage_record where %1$s group by 1, 2) u full join"
              + " (select account_id, charge_code, sum(events) n, sum(rated) r"
              + " from charging.usage_total where %1$s group by 1, 2) t"
              + " using (account_id, charge_code) where (u.n, u.r) is distinct from (t.n, t.r)",
          TOWN);
      assertEquals(
          List.of(String.valueOf(MonthEnd.ACCOUNTS)),
          Rows.of(database, "select count(*) from billing.invoice where %s", TOWN),
          "an invoice for each account");
      assertEquals(
          List.of(String.valueOf(MonthEnd.ENTERED)),
          Rows.of(
              database,
              "select count(bill_id) from billing.manual_charge"
                  + " where request_key like 'town-%%'"),
          "each entered charge on a bill");
      assertNone(
          database,
          "gaps and repetitions of numbers",
          "select series, next_number from billing.number_series s where (select count(*)"
              + " from billing.invoice i where i.seller_nip = s.seller"
              + " and starts_with(i.number, s.series)) <> next_number - 1"
              + " or exists (select 1 from generate_series(1, next_number - 1) n where not exists"
              + " (select 1 from billing.invoice i where i.seller_nip = s.seller"
              + " and i.number = s.series || '/' || lpad(n::text, 6, '0')))");
      assertNone(
          database,
          "invoices without exactly one receivable",
          "select i.number, count(o.id) from billing.invoice i left join payments.open_item o"
              + " on o.account_id = i.account_id and o.number = i.number and o.amount = i.gross"
              + " group by 1 having count(o.id) <> 1");
      assertNone(
          database,
          "ledger transactions that do not sum to zero",
          "select account_id, transaction_id, sum(amount) from payments.ledger_leg"
              + " group by 1, 2 having sum(amount) <> 0");
      assertNone(
          database,
          "invoices whose balance is another",
          "select i.account_id, max(i.gross), sum(l.amount) from billing.invoice i"
              + " join payments.ledger_leg l on l.account_id = i.account_id"
              + " and l.account = 'RECEIVABLE' where i.%s"
              + " group by 1 having sum(l.amount) <> max(i.gross)",
          TOWN);
    }
  }

  private static void assertNone(Connection database, String what, String sql, Object... arguments)
      throws SQLException {
    assertEquals(List.of(), Rows.of(database, sql, arguments), what);
  }
}
