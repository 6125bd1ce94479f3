package com.asta.payments.service;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What must be true of the book, as SQL. Every account, payment and item is compared; nothing is
 * sampled, and no balance that is stored anywhere is believed.
 *
 * <p>Whether all keys of two sides agree is asked by their fingerprints: the sum of every amount
 * times the hash of its key, exact in numeric. Two sides that differ in any key have the same
 * fingerprint by chance once in four thousand million times; which keys differ is searched for only
 * if the fingerprints do, since to group millions of rows costs more than to read them.
 */
final class LedgerLaws {
  /** Of each law no more faults than so many are kept. */
  static final int MOST_FAULTS = 100;

  /** Beside the laws: how many postings were read. */
  static final String POSTINGS = "POSTINGS";

  private static final String BY_ACCOUNT = "hashint8(account_id)";

  /**
   * The book by pairs of ledger accounts, with fingerprints of its accounts and of its first
   * postings; from that the totals; and, if asked for, what the book says of each customer.
   */
  private static final String SUMS =
      "with ledger_pair as materialized (select debit, credit, sum(amount) as amount, sum(amount * "
          + BY_ACCOUNT
          + ") as keyed,"
          + " count(*) as postings, count(*) filter (where line = 1) as transactions,"
          + " bit_xor(hashint8extended(account_id, transaction_id)) filter (where line = 1) as keys"
          + " from payments.posting group by 1, 2),"
          + " ledger_total as materialized (select l.account, sum(l.amount) as amount,"
          + " sum(l.keyed) as keyed from ledger_pair p cross join lateral"
          + " (values (p.debit, p.amount, p.keyed), (p.credit, -p.amount, -p.keyed))"
          + " as l (account, amount, keyed) group by 1),"
          + " ledger_customer as materialized (select account_id,"
          + " sum(case when debit = 'RECEIVABLE' then amount"
          + " when credit = 'RECEIVABLE' then -amount end) as receivable,"
          + " sum(case when credit = 'CUSTOMER_CREDIT' then amount"
          + " when debit = 'CUSTOMER_CREDIT' then -amount end) as customer_credit"
          + " from payments.posting group by 1)";

  /** What a payment says that it settled. */
  private static final String SETTLED = "amount - unallocated - returned - refunded";

  private LedgerLaws() {}

  /**
   * The statement that yields (law, account_id, subject, expected, found): the {@link #POSTINGS} as
   * expected, and each difference. By law and key at most one row.
   */
  static String proof() {
    StringBuilder proof = new StringBuilder(SUMS);
    proof
        .append(" select '")
        .append(POSTINGS)
        .append("' as law, null::bigint as account_id, '' as subject,")
        .append(" coalesce(sum(postings), 0) as expected, 0::numeric as found from ledger_pair");
    laws()
        .forEach(
            (law, query) ->
                proof
                    .append(" union all (select '")
                    .append(law)
                    .append("', account_id, subject, expected, found from (")
                    .append(query)
                    .append(") law limit ")
                    .append(MOST_FAULTS)
                    .append(')'));
    return proof.toString();
  }

  /** Each yields account_id, subject, expected, found, only where they differ. */
  private static Map<String, String> laws() {
    Map<String, String> laws = new LinkedHashMap<>();
    laws.put("RECEIVABLE", perAccount("RECEIVABLE", "", "open_item", "open_amount"));
    laws.put("CUSTOMER_CREDIT", perAccount("CUSTOMER_CREDIT", "-", "payment", "unallocated"));
    laws.put(
        "SUSPENSE",
        ofTheHouse(
            "SUSPENSE",
            "-",
            "(select coalesce(sum(amount), 0) from payments.payment"
                + " where account_id is null and returned = 0)"
                + " + (select coalesce(sum(amount), 0) from payments.entry"
                + " where kind = 'RETURN' and payment_id is null)"));
    laws.put(
        "BANK",
        ofTheHouse("BANK", "", "(select coalesce(sum(amount), 0) from payments.bank_entry)"));
    laws.put(
        "PROVIDER_CLEARING",
        ofTheHouse(
            "PROVIDER_CLEARING",
            "",
            "(select coalesce(sum(amount), 0) from payments.payment"
                + " where method in ('CARD', 'BLIK', 'ONLINE'))"
                + " - (select coalesce(sum(amount), 0) from payments.provider_refund"
                + " where state in ('NEW', 'UNKNOWN', 'PENDING', 'COMPLETED'))"
                + " - (select coalesce(sum(gross), 0) from payments.provider_payout)"));
    laws.put(
        "COLLECTION",
        ofTheHouse(
            "COLLECTION",
            "",
            "(select coalesce(sum(settled - credited), 0) from payments.debit_group)"
                + " - (select coalesce(sum(amount), 0) from payments.collection where reported)"));
    laws.put(
        "CASH",
        ofTheHouse("CASH", "", "(select coalesce(sum(amount), 0) from payments.cash_movement)"));
    laws.put(
        "CASH_IN_TRANSIT",
        ofTheHouse(
            "CASH_IN_TRANSIT",
            "",
            "(select coalesce(sum(amount), 0) from payments.cash_deposit"
                + " where bank_entry_id is null)"));
    laws.put("PAYMENT", allocatedFromPayments());
    laws.put("ITEM", allocatedToItems());
    laws.put("POSTED", posted());
    laws.put("PERIOD", closedPeriods());
    return laws;
  }

  /** An account's balance in the book against the sum of what its documents leave. */
  private static String perAccount(String account, String sign, String table, String column) {
    String documents =
        " from payments." + table + " where account_id is not null and " + column + " > 0";
    return "select coalesce(l.account_id, d.account_id) as account_id, '"
        + account
        + "' as subject, coalesce(d.sum, 0) as expected, coalesce(l."
        + account
        + ", 0) as found from ledger_customer l full join (select account_id, sum("
        + column
        + ")"
        + documents
        + " group by 1) d on d.account_id = l.account_id"
        + " where coalesce(d.sum, 0) <> coalesce(l."
        + account
        + ", 0) and "
        + differ(
            fingerprint(column, BY_ACCOUNT) + documents,
            "select "
                + sign
                + "coalesce(sum(keyed), 0) from ledger_total where account = '"
                + account
                + "'");
  }

  /** What each payment says it settled against its allocations. */
  private static String allocatedFromPayments() {
    return "select coalesce(p.account_id, a.account_id) as account_id,"
        + " coalesce(p.reference, 'payment ' || a.payment_id) as subject,"
        + " coalesce("
        + SETTLED
        + ", 0) as expected, coalesce(a.sum, 0) as found from payments.payment p full join"
        + " (select account_id, payment_id, sum(amount) from payments.allocation"
        + " where kind = 'PAYMENT' group by 1, 2) a"
        + " on a.account_id = p.account_id and a.payment_id = p.id"
        + " where coalesce("
        + SETTLED
        + ", 0) <> coalesce(a.sum, 0) and "
        + differ(
            fingerprint("(" + SETTLED + ")", key("id")) + " from payments.payment",
            fingerprint("amount", key("payment_id"))
                + " from payments.allocation where kind = 'PAYMENT'");
  }

  /** What each open item says is settled against its allocations. */
  private static String allocatedToItems() {
    return "select i.account_id, i.number as subject, i.amount - i.open_amount as expected,"
        + " coalesce(a.sum, 0) as found from payments.open_item i left join"
        + " (select account_id, open_item_id, sum(amount) from payments.allocation"
        + " group by 1, 2) a on a.account_id = i.account_id and a.open_item_id = i.id"
        + " where i.amount - i.open_amount <> coalesce(a.sum, 0) and "
        + differ(
            fingerprint("(amount - open_amount)", key("id")) + " from payments.open_item",
            fingerprint("amount", key("open_item_id")) + " from payments.allocation");
  }

  /** Each transaction has postings, and each posting its transaction. */
  private static String posted() {
    return "select coalesce(t.account_id, p.account_id) as account_id,"
        + " coalesce(t.kind || ' ' || t.source, 'posting ' || p.transaction_id) as subject,"
        + " (t.id is not null)::int as expected, (p.line is not null)::int as found"
        + " from payments.ledger_transaction t full join"
        + " (select account_id, transaction_id, min(line) as line from payments.posting"
        + " group by 1, 2) p on p.account_id = t.account_id and p.transaction_id = t.id"
        + " where (t.id is null or p.line is distinct from 1) and "
        + differ(
            "select (count(*), bit_xor(hashint8extended(account_id, id)))"
                + " from payments.ledger_transaction",
            "select (sum(transactions)::bigint, bit_xor(keys)) from ledger_pair");
  }

  /** What a closed month was said to end with. */
  private static String closedPeriods() {
    return "select null::bigint as account_id, b.first_day || ' ' || b.account as subject,"
        + " b.balance as expected, coalesce(sum(m.amount), 0) as found"
        + " from payments.period_balance b left join (select l.account, l.currency,"
        + " date_trunc('month', l.booked_on)::date as month, sum(l.amount) as amount"
        + " from payments.ledger_leg l where exists (select 1 from payments.period_balance)"
        + " group by 1, 2, 3) m on m.account = b.account and m.currency = b.currency"
        + " and m.month <= b.first_day"
        + " group by b.first_day, b.account, b.currency, b.balance"
        + " having b.balance <> coalesce(sum(m.amount), 0)";
  }

  /** The balance of a ledger account over all customers against what documents say. */
  private static String ofTheHouse(String account, String sign, String expected) {
    return "select null::bigint as account_id, '"
        + account
        + "' as subject, expected, found from (select "
        + expected
        + " as expected, (select "
        + sign
        + "coalesce(sum(amount), 0) from ledger_total where account = '"
        + account
        + "') as found) s where expected <> found";
  }

  private static String differ(String expected, String found) {
    return "(" + expected + ") is distinct from (" + found + ")";
  }

  private static String fingerprint(String amount, String hash) {
    return "select coalesce(sum(" + amount + " * " + hash + "), 0)";
  }

  /** A payment that is nobody's has a key that no allocation bears. */
  private static String key(String id) {
    return "hashint8extended(coalesce(account_id, 0), " + id + ")";
  }
}
