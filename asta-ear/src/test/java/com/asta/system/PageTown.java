package com.asta.system;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * 200,000 customers with ten invoices each, written by a few statements beside the demo: most is
 * paid, a tenth is open, some of it overdue; a thousand and more bank lines have no customer yet.
 */
final class PageTown {
  static final int CUSTOMERS = 200_000;
  static final int MONTHS = 10;
  private static final long FIRST_CUSTOMER = 1_000_000_000L;
  private static final long FIRST_PAYMENT = 5_000_000_000L;

  /** What stands for the n-th customer, counted from 0. */
  private static final String TOWN =
      " from (select n, 1000000000::bigint + n as customer, 2000000000::bigint + n as account, n % 1024 as shard,"
          + " (array['Anna','Jan','Maria','Piotr','Ewa','Adam','Zofia','Marek'])[1 + n % 8] as given,"
          + " (array['Nowak','Kowalska','Wójcik','Zielińska','Lis','Mazur'])[1 + n / 8 % 6] || '-'"
          + " || lpad(n::text, 6, '0') as family, current_date - 400 + n % 60 as since"
          + " from generate_series(0, 199999) n) t";

  /** The same for each of its months; the amounts are those of forty plans and some usage. */
  private static final String MONTHLY =
      TOWN
          + " cross join lateral (select m, account * 10 + m as id, 'PT/' || m || '/' ||"
          + " lpad(n::text, 6, '0') as number, current_date - 30 * (m + 1) - n % 28 as issued,"
          + " (29 + n % 40 + case when n % 3 = 0 then m * 0.37 + n % 100 * 0.01 else 0 end)"
          + "::numeric(19,4) as net from generate_series(0, 9) m) i";

  private static final List<String> STATEMENTS =
      List.of(
          "insert into customers.customer (id, number, kind, given_name, family_name, display_name,"
              + " sort_name, language, status, registered_at, registered_by, name_address_key,"
              + " search_text, version) select customer, 'PT-' || n, 'INDIVIDUAL', given, family,"
              + " given || ' ' || family, lower(family || ' ' || given), 'pl', 'ACTIVE', since,"
              + " 'town', lower(family) || n, lower(given || ' ' || family || ' pt-' || n), 1"
              + TOWN,
          "insert into customers.contact_medium (id, customer_id, kind, value, valid_from)"
              + " select customer * 2 + k, customer, case k when 0 then 'EMAIL' else 'PHONE' end,"
              + " case k when 0 then 'pt' || n || '@example.com' else '+48700' || lpad(n::text, 6,"
              + " '0') end, since"
              + TOWN
              + " cross join generate_series(0, 1) k",
          "insert into customers.address (id, customer_id, street, postal_code, city, country,"
              + " valid_from) select customer, customer, 'ul. Długa ' || n, '30-001', 'Kraków', 'PL',"
              + " since"
              + TOWN,
          "insert into customers.account (id, customer_id, number, currency, shard, opened_at)"
              + " select account, customer, 'PT' || n, 'PLN', shard, since"
              + TOWN,
          "insert into customers.consent (id, customer_id, purpose, granted, source, decided_at,"
              + " version) select customer, customer, 'MARKETING_EMAIL', n % 2 = 0, 'STAFF', since, 1"
              + TOWN,
          "insert into customers.interaction (id, customer_id, status, channel, direction, topic,"
              + " summary, happens_at, recorded_by, recorded_at, version) select customer * 4 + k,"
              + " customer, 'DONE', 'PHONE', 'INBOUND', 'BILLING', 'Asked about the bill',"
              + " now() - (k * 40 + n % 40) * interval '1 day', 'town', now(), 1"
              + TOWN
              + " cross join generate_series(0, 2) k",
          "insert into products.subscription (id, account_id, customer_id, included, service_id,"
              + " prepaid, status, activated_on, optlock) select customer * 2 + k, account, customer,"
              + " false, '+4870' || k || lpad(n::text, 6, '0'), false, 'ACTIVE', since, 1"
              + TOWN
              + " cross join generate_series(0, 1) k",
          "insert into products.subscription_phase (id, subscription_id, account_id, position,"
              + " offer_version_id, starts_on) select s.id, s.id, s.account_id, 1, p.offer_version_id,"
              + " s.activated_on from products.subscription s, (select offer_version_id from"
              + " products.subscription_phase p join products.subscription d on d.id ="
              + " p.subscription_id where d.service_id is not null and not d.prepaid order by p.id"
              + " limit 1) p where s.id >= 2000000000",
          "insert into billing.billing_account (account_id, customer_id, shard, currency, cycle_day,"
              + " payment_days, opened_on) select account, customer, shard, 'PLN', 1 + n % 28, 14, since"
              + TOWN,
          "insert into billing.invoice (account_id, id, customer_id, run_id, seller_nip, number,"
              + " issued_on, due_on, cycle_start, cycle_end, currency, net, tax, gross, buyer_name,"
              + " account_number, seller, buyer) select account, i.id, customer, r.id, '5250000000',"
              + " number, issued, issued + 14, issued - 30, issued, 'PLN', net, round(net * 0.23, 2),"
              + " net + round(net * 0.23, 2), given || ' ' || family, 'PT' || n,"
              + " d.seller, d.buyer"
              + MONTHLY
              + " cross join (select min(id) as id from billing.bill_run) r cross join (select seller,"
              + " buyer from billing.invoice where id < 2000000000 order by id limit 1) d",
          "insert into payments.financial_account (account_id, customer_id, shard, number,"
              + " number_key, currency, opened_at) select account, customer, shard, 'PT' || n,"
              + " 'PT' || n, 'PLN', since"
              + TOWN
              + " on conflict do nothing",
          "insert into payments.open_item (account_id, id, kind, document_id, number, number_key,"
              + " issued_on, due_on, amount, open_amount, currency) select account, i.id, 'INVOICE',"
              + " i.id, number, replace(number, '/', ''), issued, issued + 14, net + round(net * 0.23,"
              + " 2), case when m = 0 and n % 3 > 0 or n % 50 = 0 and m < 3 then net + round(net *"
              + " 0.23, 2) else 0 end, 'PLN'"
              + MONTHLY,
          "insert into payments.payment (id, source, reference, method, account_id, customer_id,"
              + " rule, amount, unallocated, currency, received_on, value_on, payer_name,"
              + " payer_account, detail, created_at, created_by) select 5000000000::bigint + n * 10 + m,"
              + " 'PL61109010140000071219812874', 'PT' || n || '-' || m, 'BANK_TRANSFER', account,"
              + " customer, 'DOCUMENT_NUMBER', net + round(net * 0.23, 2), 0, 'PLN', issued + 10,"
              + " issued + 10, given || ' ' || family, 'PL27114020040000' || lpad(n::text, 12, '0'),"
              + " 'Faktura ' || number, issued + 10, 'town'"
              + MONTHLY
              + " where m between 3 and 6",
          "insert into payments.payment (id, source, reference, method, unmatched, amount,"
              + " unallocated, currency, received_on, value_on, payer_name, payer_account, detail,"
              + " created_at, created_by) select 5900000000::bigint + n, 'PL61109010140000071219812874',"
              + " 'PT-open-' || n, 'BANK_TRANSFER', case when n % 2 = 0 then 'NOTHING_FITS' else"
              + " 'SEVERAL_FIT' end, net + round(net * 0.23, 2), net + round(net * 0.23, 2), 'PLN',"
              + " current_date - n % 20, current_date - n % 20, case when n % 5 = 0 then given || ' '"
              + " || split_part(family, '-', 1) else given || ' ' || family end,"
              + " 'PL83101010230000' || lpad(n::text, 12, '0'), case when n % 7 = 0 then 'Za ' ||"
              + " number else 'Internet' end, now(), 'town'"
              + MONTHLY
              + " where m = 0 and n < 1500",
          "insert into payments.ledger_transaction (account_id, id, kind, source, booked_on, detail,"
              + " created_at, created_by) select account, i.id, 'INVOICE', number, issued, number,"
              + " issued, 'town'"
              + MONTHLY
              + " where n % 10 = 0",
          "insert into payments.posting (account_id, transaction_id, line, debit, credit, amount,"
              + " currency) select account, i.id, 1, 'RECEIVABLE', 'SALES', net + round(net * 0.23, 2),"
              + " 'PLN'"
              + MONTHLY
              + " where n % 10 = 0");

  private static final List<String> TABLES =
      List.of(
          "customers.customer",
          "customers.contact_medium",
          "customers.address",
          "customers.account",
          "customers.consent",
          "customers.interaction",
          "products.subscription",
          "products.subscription_phase",
          "billing.billing_account",
          "billing.invoice",
          "payments.financial_account",
          "payments.open_item",
          "payments.entry",
          "payments.ledger_transaction",
          "payments.posting");

  private PageTown() {}

  /** A customer with a full account, by its place in the town; every tenth is one. */
  static long customer(int place) {
    return FIRST_CUSTOMER + place / 10 * 10;
  }

  /** A bank line without a customer. */
  static long line(int place) {
    return FIRST_PAYMENT + 900_000_000L + place;
  }

  /** The family name that no other customer bears. */
  static String name(int place) {
    return List.of("Nowak", "Kowalska", "Wójcik", "Zielińska", "Lis", "Mazur").get(place / 8 % 6)
        + "-"
        + String.format("%06d", place);
  }

  /** Fills the database of a server that runs; foreign keys are not checked row by row. */
  static void settle(Connection owner) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute("set synchronous_commit = off");
      statement.execute("set work_mem = '256MB'");
      for (String each : STATEMENTS) {
        long begin = System.nanoTime();
        int rows = statement.executeUpdate(each);
        System.out.printf(
            "page town: %,d rows of %s in %d ms%n",
            rows,
            each.substring("insert into ".length(), each.indexOf(" (")),
            Duration.ofNanos(System.nanoTime() - begin).toMillis());
      }
      for (String table : TABLES) {
        statement.execute("vacuum (analyze) " + table);
      }
      statement.execute("set session_replication_role = origin");
    }
  }
}
