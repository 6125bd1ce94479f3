package com.asta.billing;

import com.asta.billing.rules.BillCycle;
import com.asta.common.OperatorZone;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Any number of customers with an account each, settled by set-based SQL: three prices a month, two
 * kinds of usage, a discount, VAT at two rates; and as many months of bills behind them as wanted.
 */
public final class BillTown {
  /** An account's shard, as {@link com.asta.common.Shard} says it. */
  private static final String SHARD =
      "floor(mod(a * 11400714819323198485::numeric, 18446744073709551616::numeric)"
          + " / 18014398509481984::numeric)::smallint";

  private BillTown() {}

  /** The end of the cycle of a day that came last. */
  public static LocalDate cycleEnd(int cycleDay) {
    return new BillCycle(cycleDay).onOrBefore(LocalDate.now(OperatorZone.ID));
  }

  /**
   * Settles accounts that are due on the last end of a cycle day.
   *
   * @param code begins the numbers of its customers and accounts, such as {@code T7-}
   */
  public static void settle(
      Connection connection, String code, int accounts, int cycleDay, int monthsBehind)
      throws SQLException {
    LocalDate cycleEnd = cycleEnd(cycleDay);
    LocalDate since = cycleEnd.minusMonths(monthsBehind + 1L);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create table town as select n, c as customer, a as account, s as line, p as phase, "
              + SHARD
              + " as shard from (select n, nextval('customers.customer_seq') as c,"
              + " nextval('customers.account_seq') as a, nextval('products.subscription_seq') as s,"
              + " nextval('products.subscription_phase_seq') as p from generate_series(1, "
              + accounts
              + ") n) ids");
      statement.execute(
          "create table town_offer as select nextval('products.specification_seq') as spec,"
              + " nextval('products.offer_seq') as offer,"
              + " nextval('products.offer_version_seq') as version");
      List<String> all = new ArrayList<>(offer(code, since));
      all.addAll(people(code, since, cycleDay));
      for (int month = monthsBehind; month > 0; month--) {
        all.addAll(history(code, cycleEnd.minusMonths(month)));
      }
      all.addAll(due(new BillCycle(cycleDay).endingOn(cycleEnd).start(), cycleEnd));
      // Without knowing how many bills there are now, the database would go through all for each.
      all.add("analyze town, town_offer, billing.bill");
      all.add(monthsBehind == 0 ? takenOver(cycleEnd) : chargedByTheLastBill(cycleEnd));
      for (String sql : all) {
        statement.execute(sql);
      }
      statement.execute("drop table town, town_offer");
      statement.execute("analyze");
    }
  }

  private static List<String> offer(String code, LocalDate since) {
    return List.of(
        """
        insert into products.specification (id, code, name_en, name_pl, fulfilment)
        select spec, '%1$s', '%1$s', '%1$s', 'NONE' from town_offer
        """
            .formatted(code),
        """
        insert into products.offer (id, code, specification_id, optlock)
        select offer, '%s', spec, 1 from town_offer
        """
            .formatted(code),
        """
        insert into products.offer_version (id, offer_id, version, status, name_en, name_pl,
          fulfilment, prepaid, bundle, valid_from, published_at, published_by, optlock)
        select version, offer, 1, 'ACTIVE', '%1$s', '%1$s', 'NONE', false, false, date '%2$s',
          now(), 'test', 1 from town_offer
        """
            .formatted(code, since),
        """
        insert into products.price (id, offer_version_id, position, kind, code, name_en, name_pl,
          amount, currency, in_advance, vat_category)
        select nextval('products.price_seq'), version, p, 'RECURRING', c, en, pl, a, 'PLN', true, v
        from town_offer, (values (1, 'LINE', 'Fibre 600', 'Światłowód 600', 59.99, 'STANDARD'),
          (2, 'TV', 'Television', 'Telewizja', 29.99, 'REDUCED'),
          (3, 'IP', 'Fixed address', 'Stały adres IP', 9.90, 'STANDARD')) x (p, c, en, pl, a, v)
        """);
  }

  private static List<String> people(String code, LocalDate since, int cycleDay) {
    String name = "'" + code + "-' || n";
    return List.of(
        """
        insert into customers.customer (id, number, kind, given_name, family_name, display_name,
          sort_name, language, status, registered_at, registered_by, name_address_key, search_text,
          version)
        select customer, %1$s, 'INDIVIDUAL', 'Jan', 'Nowak ' || n, 'Jan Nowak ' || n,
          'nowak ' || n, 'pl', 'ACTIVE', date '%2$s', 'bench', %1$s, 'nowak' || n, 1 from town
        """
            .formatted(name, since),
        """
        insert into customers.address (id, customer_id, street, postal_code, city, country,
          valid_from)
        select nextval('customers.address_seq'), customer, 'ul. Długa ' || n, '30-001', 'Kraków',
          'PL', date '%s' from town
        """
            .formatted(since),
        """
        insert into customers.contact_medium (id, customer_id, kind, value, valid_from)
        select nextval('customers.contact_medium_seq'), customer, 'EMAIL',
          lower(%s) || '@example.com', date '%s' from town
        """
            .formatted(name, since),
        """
        insert into customers.account (id, customer_id, number, currency, shard, opened_at)
        select account, customer, %s, 'PLN', shard, date '%s' from town
        """
            .formatted(name, since),
        """
        insert into products.subscription (id, account_id, customer_id, included, service_id,
          prepaid, status, activated_on, optlock)
        select line, account, customer, false, null, false, 'ACTIVE', date '%s', 1 from town
        """
            .formatted(since),
        """
        insert into products.subscription_phase (id, subscription_id, account_id, position,
          offer_version_id, starts_on)
        select phase, line, account, 1, version, date '%s' from town, town_offer
        """
            .formatted(since),
        """
        insert into billing.billing_account (account_id, customer_id, shard, currency, cycle_day,
          payment_days, opened_on)
        select account, customer, shard, 'PLN', %d, 14, date '%s' from town
        """
            .formatted(cycleDay, since),
        "create sequence if not exists town_charge start with -1 increment by -1");
  }

  /** What the cycle that ended last brings: usage and a discount. */
  private static List<String> due(LocalDate start, LocalDate end) {
    return List.of(
        usage(start),
        """
        insert into billing.manual_charge (id, request_key, account_id, code, charged_on, net,
          currency, text_en, text_pl, vat_category, entered_by, entered_at)
        select nextval('town_charge'), 'town-' || account, account, 'LOYALTY',
          date '%s' - 1, -5, 'PLN', 'Loyalty discount', 'Rabat za staż', 'STANDARD', 'bench', now()
        from town
        """
            .formatted(end));
  }

  /** Prices are charged to the end of the cycle, by the system that billed before. */
  private static String takenOver(LocalDate end) {
    return """
        insert into billing.charged_change (account_id, subscription_id, phase_from, price_id,
          offer_version_id, until, lowered)
        select account, line, h.starts_on, p.id, version, date '%s', false from town
        join products.subscription_phase h on h.id = town.phase, town_offer
        join products.price p on p.offer_version_id = town_offer.version
        """
        .formatted(end);
  }

  /** Prices are charged to the end of the cycle, by the bill before. */
  private static String chargedByTheLastBill(LocalDate end) {
    return """
        update billing.bill b set charged = c.charged from (
          select account, json_agg(json_build_array(line, to_char(h.starts_on, 'YYYYMMDD')::int,
            p.id, version, null, %s, account) order by p.id) as charged from town
          join products.subscription_phase h on h.id = town.phase, town_offer
          join products.price p on p.offer_version_id = town_offer.version group by account) c
        where b.account_id = c.account and b.cycle_end = date '%s'
        """
        .formatted(end.format(DateTimeFormatter.BASIC_ISO_DATE), end.minusMonths(1));
  }

  private static String usage(LocalDate month) {
    return """
        insert into charging.usage_total (account_id, day, subscription_id, charge_code,
          tariff_version_id, service, quantity, events, rated, currency)
        select account, date '%s' + 3, line, code, 1, 'VOICE', 600, 10, 1.234567, 'PLN'
        from town, (values ('NATIONAL'), ('ABROAD')) c (code)
        """
        .formatted(month);
  }

  /** A month that was billed: its usage, bill, invoice and their lines. */
  private static List<String> history(String code, LocalDate end) {
    LocalDate start = end.minusMonths(1);
    String number = "'" + code + "/" + end + "/' || n";
    return List.of(
        usage(start),
        "create table town_run as select nextval('billing.bill_run_seq') as run,"
            + " nextval('billing.bill_seq') * 1000000000 as base",
        """
        insert into billing.bill_run (id, cycle_end, issued_on, status, started_by, started_at)
        select run, '%1$s', '%1$s', 'FINAL', 'bench', now() from town_run
        """
            .formatted(end),
        """
        insert into billing.bill (account_id, id, run_id, cycle_start, cycle_end, currency, net,
          tax, gross, used)
        select account, base + n, run, '%s', '%s', 'PLN', 97.35, 17.89, 115.24, json_build_array(
          json_build_array(line, 'NATIONAL', 1, %3$s, 600, 10, 1.234567),
          json_build_array(line, 'ABROAD', 1, %3$s, 600, 10, 1.234567))
        from town, town_run
        """
            .formatted(
                start,
                end,
                start.plusDays(3).withDayOfMonth(1).format(DateTimeFormatter.BASIC_ISO_DATE)),
        """
        insert into billing.bill_item (account_id, bill_id, line, kind, subscription_id,
          period_start, period_end, unit_price, net, shown, vat_category, vat_percent, vat_label,
          text_en, text_pl)
        select account, base + n, l, 'RECURRING', line, '%s', '%s', 48.675, 48.675, 48.68,
          'STANDARD', 23, '23%%', 'Fibre', 'Światłowód'
        from town, town_run, generate_series(1, 2) l
        """
            .formatted(start, end),
        """
        insert into billing.invoice (account_id, id, customer_id, run_id, seller_nip, number,
          issued_on, due_on, cycle_start, cycle_end, currency, net, tax, gross, buyer_name,
          account_number, seller, buyer)
        select account, base + n, customer, run, '5260250274', %1$s, '%3$s', date '%3$s' + 14,
          '%2$s', '%3$s', 'PLN', 97.35, 17.89, 115.24, 'Jan Nowak ' || n, n, '{}', '{}'
        from town, town_run
        """
            .formatted(number, start, end),
        "drop table town_run");
  }
}
