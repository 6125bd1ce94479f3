package com.asta.payments;

import com.asta.common.Shard;
import com.asta.common.service.OperatorProfile;
import com.asta.common.service.SystemCaller;
import com.asta.customers.service.AccountCard;
import com.asta.payments.rules.VirtualAccounts;
import com.asta.payments.service.PaymentSettingsService;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/** Any number of accounts that owe an invoice a month, and the statements by which they pay. */
@ApplicationScoped
class PayingTown {
  private static final String PREFIX = "109010140000";
  private static final VirtualAccounts VIRTUAL = new VirtualAccounts(List.of(PREFIX));
  private static final VirtualAccounts PAYERS = new VirtualAccounts(List.of("109010149999"));
  private static final int FAMILY = 5;

  /** Amounts differ, but not all: a few accounts owe the same. */
  private static final String CENTS = "(3000 + n * 37 % 27000)";

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @Inject private SystemCaller system;
  @Inject private PaymentSettingsService settings;
  @Inject private OperatorProfile operators;
  @Inject private Debt debt;

  private final List<Long> accounts = new ArrayList<>();

  /** Opens accounts; every five belong to one customer. */
  void settle(int count) throws SQLException {
    system.run(() -> settings.accounts(List.of(), PREFIX));
    AccountCard model = debt.customer("Wzorcowa" + Debt.serial());
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table town as select n, nextval('customers.account_seq') as account,"
              + " 0::int as shard from generate_series(0, "
              + (count - 1)
              + ") n");
      statement.execute("create index on town (account)");
      shards(connection);
      statement.execute(
          "insert into customers.customer select -1 - n, 'PT' || n, kind, 'Jan', 'Miasto' || n,"
              + " null, 'Jan Miasto' || n, 'Miasto' || n, null, language, status, registered_at,"
              + " registered_by, 'pt' || n, 'miasto' || n, version"
              + " from customers.customer, generate_series(0, "
              + (count - 1) / FAMILY
              + ") n where id = "
              + model.customerId());
      statement.execute(
          "insert into customers.account (id, customer_id, number, currency, shard, opened_at)"
              + " select account, -1 - n / 5, 'PT-' || lpad(n::text, 6, '0'), 'PLN', shard, now()"
              + " from town");
      statement.execute(
          "insert into payments.financial_account"
              + " (account_id, customer_id, shard, number, number_key, currency, opened_at)"
              + " select account, -1 - n / 5, shard, 'PT-' || lpad(n::text, 6, '0'),"
              + " 'PT' || lpad(n::text, 6, '0'), 'PLN', now() from town");
    }
  }

  /** Every account is sent an invoice, booked as invoices are. */
  void invoices(int month) throws SQLException {
    String number = "'FT/" + month + "/' || lpad(n::text, 7, '0')";
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into payments.open_item (account_id, id, kind, document_id, number, number_key,"
              + " issued_on, due_on, amount, open_amount, currency) select account, "
              + (month * 10_000_000L)
              + " + n, 'INVOICE', n, "
              + number
              + ", 'FT"
              + month
              + "' || lpad(n::text, 7, '0'), current_date - 20, current_date - 6, c, c, 'PLN'"
              + " from (select *, "
              + CENTS
              + " / 100.0 as c from town) t");
      statement.execute(
          "insert into payments.ledger_transaction select account, "
              + (month * 10_000_000L)
              + " + n, 'INVOICE', 'town/' || "
              + number
              + ", current_date, "
              + number
              + ", now(), 'town' from town");
      statement.execute(
          "insert into payments.posting select account, "
              + (month * 10_000_000L)
              + " + n, 1, 'RECEIVABLE', 'SALES', "
              + CENTS
              + " / 100.0, 'PLN' from town");
      statement.execute("vacuum analyze payments.open_item");
      statement.execute("analyze");
    }
  }

  /**
   * Writes a camt.053 statement of a month: of a hundred entries 90 find their customer, 9 do not,
   * and one was told by {@link #writeTold} before.
   */
  void write(Path file, int month, int entries) throws IOException {
    try (Writing out = new Writing(file, "PT-" + month)) {
      for (int n = 0; n < entries; n++) {
        if (n % 100 == 0) {
          out.told(month, n);
        } else {
          out.entry("E" + month + "-" + n, cents(n), payer(n), text(month, n));
        }
      }
      out.end();
    }
  }

  /** Writes the entries that {@link #write} tells again. */
  void writeTold(Path file, int month, int entries) throws IOException {
    try (Writing out = new Writing(file, "PT-" + month + "-A")) {
      for (int n = 0; n < entries; n += 100) {
        out.told(month, n);
      }
      out.end();
    }
  }

  private long cents(int n) {
    long owed = 3000 + n * 37L % 27000;
    return switch (n % 100) {
      case 97, 98 -> owed - 1000;
      case 99 -> owed + 500;
      default -> owed;
    };
  }

  private static String payer(int n) {
    int place = n % 100;
    return place >= 93 && place < 97 ? "MIASTO" + n / FAMILY + " JAN" : "NADAWCA " + n;
  }

  private String text(int month, int n) {
    int place = n % 100;
    if (place < 10) {
      return "za uslugi, dziekuje";
    }
    if (place < 65 || place >= 97) {
      return "Faktura nr FT/%d/%07d".formatted(month, n);
    }
    if (place < 85) {
      return "abonament, konto PT-%06d".formatted(n);
    }
    return place < 93
        ? "na rachunek " + VIRTUAL.of(accounts.get(n)).orElseThrow().value().substring(2)
        : "abonament";
  }

  private void shards(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select account from town order by n");
        PreparedStatement update =
            connection.prepareStatement("update town set shard = ? where account = ?")) {
      while (rows.next()) {
        accounts.add(rows.getLong(1));
        update.setInt(1, Shard.of(rows.getLong(1)));
        update.setLong(2, rows.getLong(1));
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  /** A statement on its way into a file; amounts are in cents. */
  private final class Writing implements AutoCloseable {
    private static final String ENTRY =
        "<Ntry><Amt Ccy=\"PLN\">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>"
            + "<BookgDt><Dt>%s</Dt></BookgDt><ValDt><Dt>%s</Dt></ValDt>"
            + "<AcctSvcrRef>%s</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd></Domn></BkTxCd>"
            + "<NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><RltdPties>"
            + "<Dbtr><Pty><Nm>%s</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>%s</IBAN></Id>"
            + "</DbtrAcct></RltdPties><RmtInf><Ustrd>%s</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n";

    private final BufferedWriter out;
    private final StringBuilder entries = new StringBuilder();
    private final String id;
    private long total;
    private int count;

    Writing(Path file, String id) throws IOException {
      this.out = Files.newBufferedWriter(file);
      this.id = id;
    }

    void told(int month, int n) {
      entry("E" + month + "-T" + n, 1000, "NADAWCA " + n, "za uslugi");
    }

    void entry(String reference, long cents, String payer, String text) {
      total += cents;
      count++;
      entries.append(
          String.format(
              Locale.ROOT,
              ENTRY,
              amount(cents),
              debt.today(),
              debt.today(),
              reference,
              payer,
              PAYERS.of(count).orElseThrow().value(),
              text));
    }

    void end() throws IOException {
      out.write(
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
              + "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\">"
              + "<BkToCstmrStmt><Stmt><Id>"
              + id
              + "</Id><Acct><Id><IBAN>"
              + operators.operator().iban().replace(" ", "")
              + "</IBAN></Id></Acct>");
      balance("OPBD", 0);
      balance("CLBD", total);
      out.append(entries);
      out.write("</Stmt></BkToCstmrStmt></Document>");
    }

    private void balance(String code, long cents) throws IOException {
      out.write(
          "<Bal><Tp><CdOrPrtry><Cd>"
              + code
              + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"PLN\">"
              + amount(cents)
              + "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>"
              + debt.today()
              + "</Dt></Dt></Bal>");
    }

    private static String amount(long cents) {
      return cents / 100 + "." + String.format(Locale.ROOT, "%02d", cents % 100);
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
