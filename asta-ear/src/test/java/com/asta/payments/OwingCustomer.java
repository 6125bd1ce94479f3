package com.asta.payments;

import com.asta.system.TestServer;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A customer for tests from outside: with an account, and old debts booked as they must be. */
record OwingCustomer(long accountId, String name, String number, List<String> documents) {
  static OwingCustomer owing(String familyName, String... debts) throws SQLException {
    try (Connection database = TestServer.database().connect()) {
      long id = number(database, "select nextval('customers.account_seq')");
      String number = "A-" + String.format("%09d", id);
      String name = "Jan " + familyName;
      execute(
          database,
          "insert into customers.customer (id, number, kind, given_name, family_name, display_name,"
              + " sort_name, language, status, registered_at, registered_by, name_address_key,"
              + " search_text, version) values (?, ?, 'INDIVIDUAL', 'Jan', ?, ?, ?, 'pl', 'ACTIVE',"
              + " now(), 'it', ?, ?, 1)",
          -id,
          "PK" + id,
          familyName,
          name,
          familyName.toLowerCase(),
          familyName + id,
          (name + " " + number).toLowerCase());
      execute(
          database,
          "insert into customers.account (id, customer_id, number, currency, shard, opened_at)"
              + " values (?, ?, ?, 'PLN', 0, now())",
          id,
          -id,
          number);
      execute(
          database,
          "insert into payments.financial_account (account_id, customer_id, shard, number,"
              + " number_key, currency, opened_at) values (?, ?, 0, ?, ?, 'PLN', now())",
          id,
          -id,
          number,
          number.replace("-", ""));
      List<String> documents = new ArrayList<>();
      for (String debt : debts) {
        documents.add(owe(database, id, debt, documents.size()));
      }
      return new OwingCustomer(id, name, number, documents);
    }
  }

  private static String owe(Connection database, long account, String amount, int at)
      throws SQLException {
    String document = "FP/" + account + "/" + (at + 100);
    long id = number(database, "select nextval('payments.open_item_seq') - 10");
    BigDecimal owed = new BigDecimal(amount);
    execute(
        database,
        "insert into payments.open_item (account_id, id, kind, document_id, number, number_key,"
            + " issued_on, due_on, amount, open_amount, currency) values (?, ?, 'INVOICE', 0, ?, ?,"
            + " current_date - 20, current_date - 6, ?, ?, 'PLN')",
        account,
        id,
        document,
        document.replace("/", ""),
        owed,
        owed);
    execute(
        database,
        "insert into payments.ledger_transaction values (?, ?, 'INVOICE', ?, current_date, ?,"
            + " now(), 'it')",
        account,
        -id,
        document,
        document);
    execute(
        database,
        "insert into payments.posting values (?, ?, 1, 'RECEIVABLE', 'SALES', ?, 'PLN')",
        account,
        -id,
        owed);
    return document;
  }

  private static long number(Connection database, String sql) throws SQLException {
    try (PreparedStatement query = database.prepareStatement(sql);
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void execute(Connection database, String sql, Object... arguments)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      statement.executeUpdate();
    }
  }
}
