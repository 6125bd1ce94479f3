package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.common.service.Database;
import com.asta.payments.model.CashShift;
import com.asta.payments.rules.BankedCash.Bag;
import com.asta.payments.rules.References;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Bags of cash, from the drawer to the bank's statement. */
@ApplicationScoped
class CashDeposits {
  @Inject private Database sql;

  /** Remembers a bag; false if its number was used before. */
  boolean add(CashShift shift, String bagNumber, Money amount, Instant at, String by) {
    return sql.update(
            "insert into payments.cash_deposit (register, shift_id, bag_number, bag_key, amount,"
                + " currency, made_at, made_by) values (?, ?, ?, ?, ?, ?, ?, ?)"
                + " on conflict (bag_key) do nothing",
            shift.getRegister(),
            shift.getId(),
            bagNumber,
            References.key(bagNumber),
            amount.amount(),
            amount.currency(),
            at,
            by)
        == 1;
  }

  /** The bags on their way, locked. */
  List<Bag> waiting() {
    return sql.rows(
        "select id, bag_key, amount, currency from payments.cash_deposit"
            + " where bank_entry_id is null order by id for update",
        row -> new Bag(row.getLong("id"), row.getString("bag_key"), Database.money(row, "amount")));
  }

  /** Whether any bag is on its way; locks nothing. */
  boolean anyWaits() {
    return sql.first(
            "select 1 from payments.cash_deposit where bank_entry_id is null limit 1", row -> true)
        .isPresent();
  }

  void settle(long depositId, Money credited, LocalDate on, long entryId) {
    sql.update(
        "update payments.cash_deposit set credited = ?, settled_on = ?, bank_entry_id = ?"
            + " where id = ?",
        credited.amount(),
        on,
        entryId,
        depositId);
  }

  List<CashDepositRow> ofShift(long shiftId) {
    return sql.rows(
        "select * from payments.cash_deposit where shift_id = ? order by id",
        CashDeposits::read,
        shiftId);
  }

  /** Bags that no statement has told of, oldest first. */
  List<CashDepositRow> onTheirWay(int limit) {
    return sql.rows(
        "select * from payments.cash_deposit where bank_entry_id is null order by id limit ?",
        CashDeposits::read,
        limit);
  }

  private static CashDepositRow read(ResultSet row) throws SQLException {
    return new CashDepositRow(
        row.getLong("id"),
        row.getString("register"),
        row.getLong("shift_id"),
        row.getString("bag_number"),
        Database.money(row, "amount"),
        Database.instant(row, "made_at"),
        row.getString("made_by"),
        row.getBigDecimal("credited") == null ? null : Database.money(row, "credited"),
        Database.date(row, "settled_on"));
  }
}
