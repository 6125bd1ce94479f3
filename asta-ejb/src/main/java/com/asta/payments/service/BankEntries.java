package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.common.service.CopyRows;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Database;
import com.asta.payments.rules.Returns;
import com.asta.payments.rules.StatementEntry;
import com.asta.payments.rules.StatementFormat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator.OfLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every booked entry of every statement, once. */
@ApplicationScoped
class BankEntries {
  /** Columns of entries that a statement told. */
  static final String TOLD = " format, given, likeness, batch, position";

  @Inject private Database sql;
  @Inject private Bulk bulk;
  @Inject private Sequences sequences;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /** What an entry does to the book. */
  enum Kind {
    PAYMENT,
    RETURN,
    OUTGOING,
    CHARGE,
    /** Money of direct debits, or taken back of them. */
    COLLECTION,
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

  /** Those that are not recorded, each key once, in the order of the file. */
  List<StatementEntry> fresh(List<StatementEntry> entries) {
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
        .filter(each -> taken.add(List.of(each.account(), each.key().value())))
        .toList();
  }

  /** Numbers for entries, by position: payments and all others have the same sequence. */
  Map<Integer, Long> number(List<StatementEntry> entries) {
    OfLong next = sequences.take("payments.payment_seq", entries.size());
    Map<Integer, Long> ids = new HashMap<>();
    entries.forEach(each -> ids.put(each.position(), next.nextLong()));
    return ids;
  }

  /** Records entries that are no payments as what they are told to be. */
  void addBesidesPayments(Telling told, List<StatementEntry> entries) {
    add(told, entries.stream().filter(each -> kindOf(each) != Kind.PAYMENT).toList(), null);
  }

  /** Records an entry that looks like a payment and is something else. */
  void add(Telling told, StatementEntry entry, Kind kind) {
    add(told, List.of(entry), kind);
  }

  private void add(Telling told, List<StatementEntry> entries, Kind kind) {
    Instant now = clock.instant();
    String by = user.name();
    bulk.add(
        "payments.entry",
        "id, source, reference, kind, amount, unallocated, currency, received_on, value_on,"
            + " payer_name, payer_account, detail, statement_id, file_id, created_at, created_by,"
            + TOLD,
        entries,
        (row, entry) -> {
          row.number(told.idOf(entry));
          row.text(entry.account());
          row.text(entry.key().value());
          row.text((kind == null ? kindOf(entry) : kind).name());
          row.decimal(entry.signed().amount());
          row.decimal(BigDecimal.ZERO);
          row.text(entry.amount().currency());
          row.day(entry.bookedOn());
          row.day(entry.valueOn());
          row.text(entry.payer().name());
          row.text(entry.payer().account());
          row.text(entry.text());
          row.number(told.statementOf(entry));
          row.number(told.fileId());
          row.instant(now);
          row.text(by);
          writeTold(row, told, entry);
        });
  }

  /** The columns {@link #TOLD}: by what an entry is known when it is told again. */
  static void writeTold(CopyRows row, Telling told, StatementEntry entry) {
    row.text(told.format().name());
    row.flag(entry.key().given());
    row.text(entry.key().likeness());
    row.text(entry.key().batch());
    row.integer(entry.position());
  }

  /** Entries that are recorded under these keys, by key. */
  Map<String, Known> known(String account, List<String> keys) {
    return sql
        .rows(
            "select reference, amount, file_id, position from payments.entry"
                + " where source = ? and reference = any (?)",
            row ->
                new Known(
                    row.getString("reference"),
                    row.getBigDecimal("amount"),
                    row.getLong("file_id"),
                    row.getInt("position")),
            account,
            keys)
        .stream()
        .collect(Collectors.toMap(Known::key, Function.identity()));
  }

  /** How often other formats told entries without a reference, by likeness: these are few. */
  Map<String, Integer> toldWithoutReference(
      long fileId, StatementFormat format, List<StatementEntry> like) {
    return times(
        "select likeness, count(*)::int as times from payments.entry"
            + " where likeness = any (?) and format <> ? and file_id <> ? and not given"
            + " group by likeness",
        like.stream().map(each -> each.key().likeness()).toList(),
        format,
        fileId);
  }

  /**
   * How often other formats told entries, by likeness, where a reference cannot decide. What is
   * alike is of one day and amount, and is looked up by these; so others of them are counted, too.
   */
  Map<String, Integer> toldAtAll(long fileId, StatementFormat format, List<StatementEntry> like) {
    return times(
        "select e.likeness, count(*)::int as times from (select distinct"
            + " (amount * 100)::bigint as cents, day::date as day"
            + " from unnest(?::numeric[], ?::text[]) t (amount, day)) t join payments.entry e"
            + " on (e.amount * 100)::bigint = t.cents and e.received_on = t.day"
            + " where e.format <> ? and e.file_id <> ? group by e.likeness",
        like.stream().map(each -> each.signed().amount()).toList(),
        like.stream().map(each -> each.bookedOn().toString()).toList(),
        format,
        fileId);
  }

  private Map<String, Integer> times(String query, Object... arguments) {
    return sql
        .rows(query, row -> Map.entry(row.getString("likeness"), row.getInt("times")), arguments)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * Those of the keys that are batches whose parts are recorded, or of the batches recorded whole.
   */
  List<String> batchesAmong(String account, List<String> keys, List<String> batches) {
    return sql.rows(
        "select batch as key from payments.entry where source = ? and batch <> ''"
            + " and batch = any (?) union select reference from payments.entry"
            + " where source = ? and reference = any (?)",
        row -> row.getString("key"),
        account,
        keys,
        account,
        batches);
  }

  /** A return takes this payment back. */
  void linked(long entryId, long paymentId) {
    sql.update("update payments.entry set payment_id = ? where id = ?", paymentId, entryId);
  }

  /** The entry is no payment of its own: it credits or takes back direct debits. */
  void ofCollections(long entryId, String group) {
    sql.update(
        "update payments.entry set kind = 'COLLECTION', detail = ? where id = ?", group, entryId);
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
