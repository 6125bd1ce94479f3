package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.common.service.Database;
import com.asta.payments.rules.Returns;
import com.asta.payments.rules.StatementEntry;
import com.asta.payments.rules.StatementFormat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every booked entry of every statement, once. */
@ApplicationScoped
class BankEntries {
  private static final String UNIQUE_VIOLATION = "23505";

  @Inject private Database sql;
  @Inject private Bulk bulk;

  /** What an entry does to the book. */
  enum Kind {
    PAYMENT,
    RETURN,
    OUTGOING,
    CHARGE,
    /** Cash that was taken to the bank. */
    DEPOSIT
  }

  /** An entry that is recorded already, with where it was told first. */
  record Known(String key, BigDecimal amount, long fileId, int position) {}

  static Kind kindOf(StatementEntry entry) {
    return switch (entry.direction()) {
      case INCOMING -> Kind.PAYMENT;
      case CHARGE -> Kind.CHARGE;
      case OUTGOING -> Kind.OUTGOING;
      // What left us and came back is no payment of a customer.
      case REVERSAL -> entry.raisesBalance() ? Kind.OUTGOING : Kind.RETURN;
      case PENDING -> throw new IllegalArgumentException("Pending " + entry.reference());
    };
  }

  /**
   * Takes the entries that nobody has recorded; a concurrent import of the same entry waits here.
   * Almost always all that are not known are free, so they are copied in; if another import took
   * one of them meanwhile, each is tried on its own.
   *
   * @return ids by position in the file
   */
  Map<Integer, Long> claim(
      long fileId,
      StatementFormat format,
      Map<List<String>, Long> statementIds,
      List<StatementEntry> entries) {
    List<StatementEntry> free = free(entries);
    if (free.isEmpty()) {
      return Map.of();
    }
    sql.update("savepoint claim");
    try {
      Map<Integer, Long> claimed = copy(fileId, format, statementIds, free);
      sql.update("release savepoint claim");
      return claimed;
    } catch (IllegalStateException failed) {
      if (!(failed.getCause() instanceof SQLException refused)
          || !UNIQUE_VIOLATION.equals(refused.getSQLState())) {
        throw failed;
      }
      sql.update("rollback to savepoint claim");
      return claimEach(fileId, format, statementIds, free);
    }
  }

  /** Those that are not recorded, each key once, in the order in which all imports claim them. */
  private List<StatementEntry> free(List<StatementEntry> entries) {
    Set<List<String>> taken = new HashSet<>();
    entries.stream()
        .collect(
            Collectors.groupingBy(
                StatementEntry::account,
                Collectors.mapping(each -> each.key().value(), Collectors.toList())))
        .forEach(
            (account, keys) ->
                known(account, keys).keySet().forEach(key -> taken.add(List.of(account, key))));
    return entries.stream()
        .sorted(
            Comparator.comparing(StatementEntry::account).thenComparing(each -> each.key().value()))
        .filter(each -> taken.add(List.of(each.account(), each.key().value())))
        .toList();
  }

  private Map<Integer, Long> copy(
      long fileId,
      StatementFormat format,
      Map<List<String>, Long> statementIds,
      List<StatementEntry> free) {
    Map<Integer, Long> ids = new HashMap<>();
    Iterator<Long> next =
        sql.rows(
                "select nextval('payments.bank_entry_id_seq') from generate_series(1, ?)",
                row -> row.getLong(1),
                free.size())
            .iterator();
    bulk.add(
        "payments.bank_entry",
        "id, own_account, entry_key, format, given, likeness, batch, kind, amount, currency,"
            + " booked_on, other_name, other_account, detail, statement_id, file_id, position",
        free,
        (row, entry) -> {
          boolean payment = isPayment(entry);
          long id = next.next();
          ids.put(entry.position(), id);
          row.number(id);
          row.text(entry.account());
          row.text(entry.key().value());
          row.text(format.name());
          row.flag(entry.key().given());
          row.text(entry.key().likeness());
          row.text(entry.key().batch());
          row.text(kindOf(entry).name());
          row.decimal(entry.signed().amount());
          row.text(entry.amount().currency());
          row.day(entry.bookedOn());
          row.text(payment ? "" : entry.payer().name());
          row.text(payment ? "" : entry.payer().account());
          row.text(payment ? "" : entry.text());
          row.number(statementIds.get(List.of(entry.account(), entry.statementId())));
          row.number(fileId);
          row.integer(entry.position());
        });
    return ids;
  }

  private Map<Integer, Long> claimEach(
      long fileId,
      StatementFormat format,
      Map<List<String>, Long> statementIds,
      List<StatementEntry> ordered) {
    Map<Integer, Long> claimed = new HashMap<>();
    sql.rows(
            "insert into payments.bank_entry (own_account, entry_key, format, given, likeness,"
                + " batch, kind, amount, currency, booked_on, other_name, other_account, detail,"
                + " statement_id, file_id, position) select account, key, ?, given::boolean,"
                + " likeness, batch, kind, amount, currency, day::date, name, other, detail,"
                + " statement, ?, position"
                + " from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as e (account, key,"
                + " given, likeness, batch, kind, amount, currency, day, name, other, detail,"
                + " statement, position)"
                + " on conflict (own_account, entry_key) do nothing returning position, id",
            row -> Map.entry(row.getInt("position"), row.getLong("id")),
            format.name(),
            fileId,
            column(ordered, StatementEntry::account),
            column(ordered, each -> each.key().value()),
            column(ordered, each -> String.valueOf(each.key().given())),
            column(ordered, each -> each.key().likeness()),
            column(ordered, each -> each.key().batch()),
            column(ordered, each -> kindOf(each).name()),
            column(ordered, each -> each.signed().amount()),
            column(ordered, each -> each.amount().currency()),
            column(ordered, each -> each.bookedOn().toString()),
            column(ordered, each -> isPayment(each) ? "" : each.payer().name()),
            column(ordered, each -> isPayment(each) ? "" : each.payer().account()),
            column(ordered, each -> isPayment(each) ? "" : each.text()),
            column(ordered, each -> statementIds.get(List.of(each.account(), each.statementId()))),
            column(ordered, each -> (long) each.position()))
        .forEach(each -> claimed.put(each.getKey(), each.getValue()));
    return claimed;
  }

  /** What became a payment is told there. */
  private static boolean isPayment(StatementEntry entry) {
    return kindOf(entry) == Kind.PAYMENT;
  }

  private static <T> List<T> column(
      List<StatementEntry> entries, Function<StatementEntry, T> value) {
    return entries.stream().map(value).toList();
  }

  /** Entries that are recorded under these keys, by key. */
  Map<String, Known> known(String account, List<String> keys) {
    return sql
        .rows(
            "select entry_key, amount, file_id, position from payments.bank_entry"
                + " where own_account = ? and entry_key = any (?)",
            row ->
                new Known(
                    row.getString("entry_key"),
                    row.getBigDecimal("amount"),
                    row.getLong("file_id"),
                    row.getInt("position")),
            account,
            keys)
        .stream()
        .collect(Collectors.toMap(Known::key, Function.identity()));
  }

  /** How often other formats told an entry of these likenesses, where a reference cannot decide. */
  Map<String, Integer> toldElsewhere(
      long fileId, StatementFormat format, boolean given, List<String> likenesses) {
    return sql
        .rows(
            "select likeness, count(*)::int as times from payments.bank_entry"
                + " where likeness = any (?) and format <> ? and file_id <> ?"
                + (given ? " and not given" : "")
                + " group by likeness",
            row -> Map.entry(row.getString("likeness"), row.getInt("times")),
            likenesses,
            format,
            fileId)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * Those of the keys that are batches whose parts are recorded, or of the batches recorded whole.
   */
  List<String> batchesAmong(String account, List<String> keys, List<String> batches) {
    return sql.rows(
        "select batch as key from payments.bank_entry where own_account = ? and batch <> ''"
            + " and batch = any (?) union select entry_key from payments.bank_entry"
            + " where own_account = ? and entry_key = any (?)",
        row -> row.getString("key"),
        account,
        keys,
        account,
        batches);
  }

  /** What seemed to be a payment is cash of our own. */
  void isDeposit(long entryId, StatementEntry entry) {
    sql.update(
        "update payments.bank_entry set kind = ?, other_name = ?, other_account = ?, detail = ?"
            + " where id = ?",
        Kind.DEPOSIT,
        entry.payer().name(),
        entry.payer().account(),
        entry.text(),
        entryId);
  }

  void linked(long entryId, long paymentId) {
    sql.update("update payments.bank_entry set payment_id = ? where id = ?", paymentId, entryId);
  }

  /** The entry is no payment of its own: it credits or takes back direct debits. */
  void ofCollections(long entryId, String group) {
    sql.update(
        "update payments.bank_entry set kind = 'COLLECTION', detail = ? where id = ?",
        group,
        entryId);
  }

  /** Payments that a return may take back. */
  List<Returns.Original> originals(StatementEntry back) {
    return sql.rows(
        "select id, reference, payer_account, detail, received_on from payments.payment"
            + " where (amount * 100)::bigint = (? * 100)::bigint and source = ? and amount = ?"
            + " and currency = ? and returned = 0"
            + " and refunded = 0 and received_on <= ? order by received_on desc limit 200",
        row ->
            new Returns.Original(
                row.getLong("id"),
                row.getString("reference"),
                row.getString("payer_account"),
                row.getString("detail"),
                Database.date(row, "received_on")),
        back.amount().amount(),
        back.account(),
        back.amount().amount(),
        back.amount().currency(),
        back.bookedOn());
  }

  /** What a file brought besides payments. */
  List<BankEntryRow> besidesPayments(long fileId, int limit) {
    return sql.rows(
        "select * from payments.bank_entry where file_id = ? and kind <> 'PAYMENT'"
            + " order by position limit ?",
        row ->
            new BankEntryRow(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("entry_key"),
                Money.of(row.getBigDecimal("amount"), row.getString("currency")),
                Database.date(row, "booked_on"),
                row.getString("other_name"),
                row.getString("other_account"),
                row.getString("detail"),
                Database.longOrNull(row, "payment_id")),
        fileId,
        limit);
  }
}
