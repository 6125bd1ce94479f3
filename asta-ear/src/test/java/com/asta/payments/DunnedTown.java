package com.asta.payments;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Any number of accounts, some of which owe something overdue, written from outside the server: of
 * the overdue half get their first letter next, a quarter the letter with a fee, a quarter the bar.
 */
public final class DunnedTown {
  private static final String AGE = "case n / %1$d %% 4 when 2 then 25 when 3 then 40 else 10 end";

  private final Connection database;
  private final long base;
  private final int accounts;
  private final int every;

  /**
   * A town that is not written yet.
   *
   * @param base ids of its accounts, customers and subscriptions begin here
   * @param every one of so many accounts is overdue
   */
  public DunnedTown(Connection database, long base, int accounts, int every) {
    this.database = database;
    this.base = base;
    this.accounts = accounts;
    this.every = every;
  }

  /** Accounts that something is to be done with. */
  public int due() {
    return (accounts + every - 1) / every;
  }

  /** Writes the accounts with what they owe; nobody is being dunned yet. */
  public void settle() throws SQLException {
    run(
        "insert into customers.customer (id, number, kind, given_name, family_name,"
            + " organisation_name, display_name, sort_name, language, status, registered_at,"
            + " registered_by, name_address_key, search_text, version) select ? + n, 'D-' || ? + n,"
            + " case when n / %d %% 5 = 4 then 'ORGANISATION' else 'INDIVIDUAL' end, 'Jan',"
            + " 'Zalega' || n, 'Zalega ' || n || ' sp. z o.o.', 'Jan Zalega' || n, 'Zalega' || n,"
            + " case when n / %d %% 3 = 2 then 'en' else 'pl' end, 'ACTIVE', now(), 'town',"
            + " 'zalega' || n, 'zalega' || n, 0 from generate_series(0, %d) n");
    run(
        "insert into customers.contact_medium (id, customer_id, kind, value, valid_from)"
            + " select ? + n, ? + n, 'EMAIL', 'zalega' || n || '@example.com', current_date - 400"
            + " from generate_series(0, %3$d) n");
    run(
        "insert into customers.address (id, customer_id, street, postal_code, city, country,"
            + " valid_from) select ? + n, ? + n, 'ul. Długa ' || n, '30-001', 'Kraków', 'PL',"
            + " current_date - 400 from generate_series(0, %3$d) n");
    run(
        "insert into customers.account (id, customer_id, number, currency, shard, opened_at)"
            + " select ? + n, ? + n, 'DT-' || n, 'PLN', n %% 1024, now()"
            + " from generate_series(0, %3$d) n");
    run(
        "insert into billing.billing_account (account_id, customer_id, shard, currency, cycle_day,"
            + " payment_days, opened_on) select ? + n, ? + n, n %% 1024, 'PLN', 1, 14,"
            + " current_date - 400 from generate_series(0, %3$d) n");
    run(
        "insert into products.subscription (id, account_id, customer_id, included, prepaid, status,"
            + " activated_on, optlock) select ? + n, ? + n, "
            + base
            + " + n, false, false, 'ACTIVE', current_date - 400, 1"
            + " from generate_series(0, %3$d) n where n %% %1$d = 0");
    run(
        "insert into payments.financial_account (account_id, customer_id, shard, number,"
            + " number_key, currency, opened_at) select ? + n, ? + n, n %% 1024, 'DT-' || n,"
            + " 'DT' || n, 'PLN', now() from generate_series(0, %3$d) n");
    run(
        "insert into payments.open_item (account_id, id, kind, number, number_key, issued_on,"
            + " due_on, amount, open_amount, currency) select ? + n, ? + n, 'BROUGHT_FORWARD',"
            + " 'DT/' || n, 'DT' || n, current_date - 60, case when n %% %1$d = 0"
            + " then current_date - ("
            + AGE
            + ") else current_date + 10 end, 80 + n %% 7, 80 + n %% 7, 'PLN'"
            + " from generate_series(0, %3$d) n");
    run(
        "insert into payments.ledger_transaction (account_id, id, kind, source, booked_on, detail,"
            + " created_at, created_by) select ? + n, ? + n, 'BROUGHT_FORWARD', 'DT/' || n,"
            + " current_date, 'DT/' || n, now(), 'town' from generate_series(0, %3$d) n");
    run(
        "insert into payments.posting (account_id, transaction_id, line, debit, credit, amount,"
            + " currency) select ? + n, ? + n, 1, 'RECEIVABLE', 'OPENING_BALANCE', 80 + n %% 7,"
            + " 'PLN' from generate_series(0, %3$d) n");
    stand();
  }

  /** Brings everybody back to where they stood before a run. */
  public void stand() throws SQLException {
    run("delete from payments.dunning_letter where account_id - ? between 0 and %3$d and ? > 0");
    run("delete from payments.dunning_step where account_id - ? between 0 and %3$d and ? > 0");
    run("delete from payments.dunning_case where account_id - ? between 0 and %3$d and ? > 0");
    run("delete from billing.manual_charge where account_id - ? between 0 and %3$d and ? > 0");
    run(
        "update products.subscription set status = 'ACTIVE', bar_reason = null"
            + " where account_id - ? between 0 and %3$d and ? > 0 and status <> 'ACTIVE'");
    run(
        "insert into payments.dunning_case (account_id, id, opened_on, level, policy_id,"
            + " customer_class, last_step_on) select ? + n, ? + n, current_date - 20,"
            + " n / %1$d %% 4 - 1, p.id, p.customer_class, current_date - 20"
            + " from generate_series(0, %3$d) n, payments.dunning_policy p"
            + " where p.customer_class = 'CONSUMER' and p.version = 1"
            + " and n %% %1$d = 0 and n / %1$d %% 4 > 1");
    run(
        "update payments.financial_account a set dunning_barred = false, dunning_level ="
            + " coalesce((select level from payments.dunning_case c"
            + " where c.account_id = a.account_id and c.closed_on is null), 0)"
            + " where account_id - ? between 0 and %3$d and ? > 0");
    try (Statement statement = database.createStatement()) {
      statement.execute("analyze payments.financial_account");
      statement.execute("analyze payments.open_item");
      statement.execute("analyze payments.dunning_case");
    }
  }

  private void run(String sql) throws SQLException {
    try (PreparedStatement statement =
        database.prepareStatement(sql.formatted(every, every, accounts - 1))) {
      statement.setLong(1, base);
      statement.setLong(2, base);
      statement.execute();
    }
  }
}
