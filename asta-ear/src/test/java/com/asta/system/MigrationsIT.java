package com.asta.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;

/** Migrations that move what customers' books say keep every word of it. */
class MigrationsIT {
  /** Of the bank's: two payments, one nobody's; a return, a refund that left, a bag of cash. */
  private static final String[] ENTRIES = {
    """
    insert into payments.financial_account (account_id, customer_id, shard, number, number_key,
      currency, opened_at) values (7, 70, 0, 'A-7', 'A7', 'PLN', now())
    """,
    """
    insert into payments.payment (id, source, reference, method, account_id, customer_id, amount,
      unallocated, currency, received_on, value_on, payer_name, payer_account, detail, file_id,
      created_at, created_by, returned) values
      (1, 'PL61', 'E1', 'BANK_TRANSFER', 7, 70, 100, 10, 'PLN', '2026-10-01', '2026-10-01', 'Jan',
        'PL27', 'FV 1', 3, now(), 'test', 0),
      (2, 'PL61', 'E2', 'BANK_TRANSFER', null, null, 50, 0, 'PLN', '2026-10-01', '2026-10-01',
        'Ewa', 'PL28', '?', 3, now(), 'test', 50),
      (3, 'DESK-1', 'R/1', 'CASH', 7, 70, 20, 0, 'PLN', '2026-10-02', '2026-10-02', '', '', '',
        null, now(), 'test', 0)
    """,
    "select setval('payments.payment_seq', 100)",
    """
    insert into payments.bank_entry (id, own_account, entry_key, format, given, likeness, batch,
      kind, amount, currency, booked_on, other_name, detail, payment_id, file_id, position)
      overriding system value values
      (1, 'PL61', 'E1', 'CAMT053', true, 'x', '', 'PAYMENT', 100, 'PLN', '2026-10-01', '', '', null,
        3, 1),
      (2, 'PL61', 'E2', 'MT940', false, 'y', 'B1', 'PAYMENT', 50, 'PLN', '2026-10-01', '', '', null,
        3, 2),
      (3, 'PL61', 'E3', 'CAMT053', true, 'z', '', 'RETURN', 50, 'PLN', '2026-10-03', 'Ewa', 'back',
        2, 3, 3),
      (4, 'PL61', 'E4', 'CAMT053', true, 'u', '', 'OUTGOING', 5, 'PLN', '2026-10-03', 'Jan', 'paid',
        null, 3, 4),
      (5, 'PL61', 'E5', 'CAMT053', true, 'v', '', 'DEPOSIT', 20, 'PLN', '2026-10-03', '', 'bag',
        null, 3, 5)
    """,
    """
    insert into payments.refund (id, request_key, account_id, customer_id, amount, currency, reason,
      note, payee_name, payee_iban, state, bank_entry_id, requested_at, requested_by) values
      (1, 'k', 7, 70, 5, 'PLN', 'OTHER', '', 'Jan', 'PL27', 'PAID', 4, now(), 'test')
    """,
    """
    insert into payments.cash_deposit (register, shift_id, bag_number, bag_key, amount, currency,
      made_at, made_by, credited, bank_entry_id) values
      ('DESK-1', 1, 'BAG', 'BAG', 20, 'PLN', now(), 'test', 20, 5)
    """
  };

  private static final String TOLD =
      "select own_account, entry_key, format, given, likeness, batch, kind, amount, currency,"
          + " booked_on, detail, payment_id, file_id, position from payments.bank_entry order by 2";

  private static final String PAID =
      "select id, source, reference, method, account_id, amount, unallocated, returned, payer_name,"
          + " payer_account, detail, file_id from payments.payment order by id";

  @Test
  void anEntryOfAStatementIsOneRowAndSaysTheSame() throws Exception {
    try (OlderRelease database = OlderRelease.of("entries", Map.of("payments", "16"))) {
      database.fill(ENTRIES);
      // What became a payment had its texts there.
      database.fill(
          "update payments.bank_entry b set detail = p.detail from payments.payment p"
              + " where b.kind = 'PAYMENT' and p.reference = b.entry_key");
      List<String> told = database.rows(TOLD);
      List<String> paid = database.rows(PAID);

      database.migrate();

      assertEquals(told, database.rows(TOLD));
      assertEquals(paid, database.rows(PAID));
      assertEquals(List.of("6"), database.rows("select count(*) from payments.entry"));
      assertEquals(
          List.of("E4", "E5"),
          database.rows(
              "select e.entry_key from payments.bank_entry e left join payments.refund r"
                  + " on r.bank_entry_id = e.id left join payments.cash_deposit d"
                  + " on d.bank_entry_id = e.id where coalesce(r.id, d.id) is not null order by 1"));
      assertEquals(
          List.of("t"),
          database.rows(
              "select nextval('payments.payment_seq') - 49 > max(id) from payments.entry"));
    }
  }

  @Test
  void aBankEntryWithoutItsPaymentIsNamedAndNothingIsMoved() throws Exception {
    try (OlderRelease database = OlderRelease.of("misfit", Map.of("payments", "16"))) {
      database.fill(ENTRIES);
      database.fill("delete from payments.payment where reference = 'E2'");
      List<String> told = database.rows(TOLD);

      FlywayException refused = assertThrows(FlywayException.class, database::migrate);

      assertTrue(
          refused.getMessage().contains("Bank entry PL61 E2 and its payment do not fit"),
          refused.getMessage());
      assertEquals(told, database.rows(TOLD));
    }
  }

  @Test
  void aBillTakesOverWhatTheBookSaidOfItsAccount() throws Exception {
    try (OlderRelease database = OlderRelease.of("books", Map.of("billing", "15"))) {
      database.fill(
          """
          insert into billing.bill (account_id, id, run_id, cycle_start, cycle_end, status,
            currency, net, tax, gross) values
            (1, 10, 4, '2026-07-01', '2026-08-01', 'FINAL', 'PLN', 1, 0, 1),
            (1, 11, 5, '2026-08-01', '2026-09-01', 'FINAL', 'PLN', 1, 0, 1),
            (1, 12, 6, '2026-09-01', '2026-10-01', 'DRAFT', 'PLN', 1, 0, 1)
          """,
          """
          insert into billing.bill_item (account_id, bill_id, line, kind, subscription_id,
            phase_from, price_id, offer_version_id, manual_charge_id, owner_account_id,
            period_start, period_end, unit_price, net, shown, vat_category, vat_percent, vat_label,
            text_en, text_pl)
          select 1, b, l, k, s, '2026-01-15', p, 50, m, o, f::date, t::date, 1, 1, 1, 'STANDARD', 23,
            '23%', '', '' from (values
              (11, 1, 'MANUAL', null, null, 77, null, '2026-08-05', '2026-08-06'),
              (11, 2, 'DEPOSIT', 100, null, null, null, '2026-08-05', '2026-08-06'),
              (12, 1, 'RECURRING', 100, 5, null, null, '2026-09-01', '2026-10-01'),
              (12, 2, 'CREDIT', 100, 6, null, 2, '2026-08-20', '2026-09-01')) x
              (b, l, k, s, p, m, o, f, t)
          """,
          """
          insert into billing.charged_until (account_id, subscription_id, phase_from, price_id,
            offer_version_id, until, owner_account_id) values
            (1, 100, '2026-01-15', 5, 50, '2026-09-01', null),
            (1, 100, '2026-01-15', 6, 50, '2026-09-01', 2),
            (3, 300, '2026-02-01', 5, 50, '2026-11-01', null)
          """,
          """
          insert into billing.billed_usage (account_id, bill_id, subscription_id, charge_code,
            tariff_version_id, month, quantity, events, rated) values
            (1, 11, 100, 'VOICE', 9, '2026-08-01', 60, 2, 1.25)
          """,
          """
          insert into billing.bill_run_account (run_id, account_id, shard, status, bill_id) values
            (5, 1, 0, 'FINAL', 11), (6, 1, 0, 'DRAFTED', 12)
          """);

      database.migrate();

      assertEquals(
          List.of(
              "10 [] [] [] f f",
              "11 [[100, 20260115, 5, 50, null, 20260901, null],"
                  + " [100, 20260115, 6, 50, null, 20260901, 2]]"
                  + " [[100, \"VOICE\", 9, 20260801, 60.000000, 2, 1.250000000000]] [77] t f",
              "12 [[100, 20260115, 5, 50, null, 20261001, null],"
                  + " [100, 20260115, 6, 50, null, 20260820, 2]] [] [] f t"),
          database.rows(
              "select id, charged, used, entered, deposits, shared from billing.bill order by id"));
      assertEquals(
          List.of("3 300 2026-02-01 5 50 2026-11-01 f"),
          database.rows(
              "select account_id, subscription_id, phase_from, price_id, offer_version_id, until,"
                  + " lowered from billing.charged_change"));
      assertEquals(
          List.of("5 DRAFTED", "6 DRAFTED"),
          database.rows("select run_id, status from billing.bill_run_account order by 1"));
    }
  }
}
