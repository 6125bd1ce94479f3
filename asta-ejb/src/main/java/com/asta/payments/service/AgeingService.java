package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.Database;
import com.asta.common.service.OperatorProfile;
import com.asta.common.service.Roles;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import com.asta.payments.rules.AgeingBucket;
import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Open items by age: of the whole book, of each account, and how each item was settled. */
@Stateless
@RolesAllowed({Roles.BILLING, Roles.CASHIER, Roles.ADMIN, Roles.SYSTEM})
public class AgeingService {
  private static final int PAGE = 1000;

  private static final String BUCKETS =
      " coalesce(sum(i.open_amount) filter (where i.due_on >= ?), 0) as not_due,"
          + " coalesce(sum(i.open_amount) filter (where d.day - i.due_on between 1 and 30), 0)"
          + " as days_1_30,"
          + " coalesce(sum(i.open_amount) filter (where d.day - i.due_on between 31 and 60), 0)"
          + " as days_31_60,"
          + " coalesce(sum(i.open_amount) filter (where d.day - i.due_on between 61 and 90), 0)"
          + " as days_61_90,"
          + " coalesce(sum(i.open_amount) filter (where d.day - i.due_on > 90), 0) as over_90,"
          + " coalesce(sum(i.open_amount), 0) as total";

  @Inject private Database sql;
  @Inject private CustomerService customers;
  @Inject private OperatorProfile operators;
  @Inject private Clock clock;

  /** The book by age, in the operator's currency. */
  public Map<AgeingBucket, Money> totals() {
    LocalDate today = today();
    return sql.first(
            "select"
                + BUCKETS
                + ", ?::text as currency from (select ?::date as day) d"
                + " cross join payments.open_item i where i.open_amount > 0 and i.currency = ?",
            AgeingService::buckets,
            today,
            operators.operator().currency(),
            today,
            operators.operator().currency())
        .orElseThrow();
  }

  /** What an account owes by age; every bucket present. */
  @RolesAllowed({Roles.AGENT, Roles.BILLING, Roles.CASHIER, Roles.ADMIN, Roles.SYSTEM})
  public Map<AgeingBucket, Money> of(long accountId) {
    LocalDate today = today();
    return sql.first(
            "select"
                + BUCKETS
                + ", a.currency from (select ?::date as day) d"
                + " cross join payments.financial_account a left join payments.open_item i"
                + " on i.account_id = a.account_id and i.open_amount > 0"
                + " where a.account_id = ? group by a.currency",
            AgeingService::buckets,
            today,
            today,
            accountId)
        .orElseThrow(() -> new PaymentsRefused(PaymentsRefused.Reason.NO_SUCH_ACCOUNT, accountId));
  }

  /** Accounts that owe something, the largest debt first; a null bucket means of any age. */
  public List<AgeingRow> rows(AgeingBucket bucket, int offset, int limit) {
    LocalDate today = today();
    List<AgeingRow> rows =
        sql.rows(
            "select * from (select a.account_id, a.customer_id, a.number, a.currency,"
                + BUCKETS
                + " from (select ?::date as day) d cross join payments.open_item i"
                + " join payments.financial_account a on a.account_id = i.account_id"
                + " where i.open_amount > 0 group by 1, 2, 3, 4) r where "
                + (bucket == null ? "total" : column(bucket))
                + " > 0 order by "
                + (bucket == null ? "total" : column(bucket))
                + " desc, account_id offset ? limit ?",
            row ->
                new AgeingRow(
                    row.getLong("account_id"),
                    row.getLong("customer_id"),
                    row.getString("number"),
                    "",
                    buckets(row),
                    Database.money(row, "total")),
            today,
            today,
            offset,
            limit);
    Map<Long, CustomerCard> cards =
        customers.cards(rows.stream().map(AgeingRow::customerId).distinct().toList());
    return rows.stream()
        .map(
            row ->
                new AgeingRow(
                    row.accountId(),
                    row.customerId(),
                    row.accountNumber(),
                    cards.get(row.customerId()).displayName(),
                    row.buckets(),
                    row.total()))
        .toList();
  }

  /** Writes the accounts that owe something as CSV, a page at a time. */
  public void export(Writer out) throws IOException {
    CsvWriter csv = CsvWriter.builder().build(out);
    List<String> head = new ArrayList<>(List.of("account", "customer", "currency"));
    for (AgeingBucket bucket : AgeingBucket.values()) {
      head.add(bucket.name());
    }
    head.add("total");
    csv.writeRecord(head);
    int offset = 0;
    List<AgeingRow> page = rows(null, offset, PAGE);
    while (!page.isEmpty()) {
      for (AgeingRow row : page) {
        List<String> fields =
            new ArrayList<>(
                List.of(row.accountNumber(), safe(row.customerName()), row.total().currency()));
        for (AgeingBucket bucket : AgeingBucket.values()) {
          fields.add(row.buckets().get(bucket).displayAmount().toPlainString());
        }
        fields.add(row.total().displayAmount().toPlainString());
        csv.writeRecord(fields);
      }
      offset += page.size();
      page = page.size() < PAGE ? List.of() : rows(null, offset, PAGE);
    }
    csv.flush();
  }

  /** How the items of an account were settled, oldest first. */
  @RolesAllowed({Roles.AGENT, Roles.BILLING, Roles.CASHIER, Roles.ADMIN, Roles.SYSTEM})
  public List<AllocationStory> stories(long accountId) {
    return sql.rows(
        "select l.*, p.method, p.reference, p.received_on from payments.allocation l"
            + " left join payments.payment p on p.id = l.payment_id"
            + " where l.account_id = ? order by l.created_at, l.id limit 500",
        row ->
            new AllocationStory(
                row.getLong("open_item_id"),
                row.getString("kind"),
                Database.longOrNull(row, "payment_id"),
                row.getString("method"),
                row.getString("reference"),
                Database.date(row, "received_on"),
                Database.money(row, "amount"),
                Database.instant(row, "created_at"),
                row.getString("created_by")),
        accountId);
  }

  /** A spreadsheet takes a name that begins like a formula for one. */
  private static String safe(String name) {
    return !name.isEmpty() && "=+-@".indexOf(name.charAt(0)) >= 0 ? "'" + name : name;
  }

  private static String column(AgeingBucket bucket) {
    return bucket.name().toLowerCase(Locale.ROOT);
  }

  private static Map<AgeingBucket, Money> buckets(ResultSet row) throws SQLException {
    Map<AgeingBucket, Money> buckets = new EnumMap<>(AgeingBucket.class);
    for (AgeingBucket bucket : AgeingBucket.values()) {
      buckets.put(bucket, Database.money(row, column(bucket)));
    }
    return buckets;
  }

  private LocalDate today() {
    return OperatorZone.dayOf(clock.instant());
  }
}
