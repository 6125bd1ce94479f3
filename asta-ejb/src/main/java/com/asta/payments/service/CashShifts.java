package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.common.service.Database;
import com.asta.payments.model.CashShift;
import com.asta.payments.rules.CashCount;
import com.asta.payments.rules.CashPieces;
import com.asta.payments.rules.CashShiftState;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All shifts of all registers. */
@ApplicationScoped
class CashShifts {
  private static final String CARD =
      "select s.*, g.name as register_name, (select count(*) from payments.cash_movement m"
          + " where m.shift_id = s.id and m.kind = 'RECEIPT') as receipts,"
          + " (select coalesce(sum(m.amount), 0) from payments.cash_movement m"
          + " where m.shift_id = s.id and m.kind in ('RECEIPT', 'CANCELLATION')) as taken,"
          + " (select coalesce(-sum(m.amount), 0) from payments.cash_movement m"
          + " where m.shift_id = s.id and m.kind = 'DEPOSIT') as deposited"
          + " from payments.cash_shift s join payments.cash_register g on g.code = s.register";

  @PersistenceContext(unitName = "asta")
  private EntityManager entities;

  @Inject private Database sql;

  /** Keeps a cashier from opening two shifts at once. */
  void lock(String cashier) {
    sql.first("select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> true, cashier);
  }

  void add(CashShift shift) {
    entities.persist(shift);
    entities.flush();
  }

  /** The register whose shift is not closed yet. */
  Optional<CashShift> current(String register) {
    return first(
        "select s from CashShift s where s.register = :value and s.state <> :state",
        register,
        CashShiftState.CLOSED);
  }

  /** The open shift of a cashier. */
  Optional<CashShift> of(String cashier) {
    return first(
        "select s from CashShift s where s.cashier = :value and s.state = :state",
        cashier,
        CashShiftState.OPEN);
  }

  private Optional<CashShift> first(String query, String value, CashShiftState state) {
    return entities
        .createQuery(query, CashShift.class)
        .setParameter("value", value)
        .setParameter("state", state)
        .getResultStream()
        .findFirst();
  }

  /** A shift as it is now; lock its register before. */
  CashShift find(long id) {
    CashShift found = entities.find(CashShift.class, id);
    if (found == null) {
      throw new PaymentsRefused(Reason.NO_SUCH_SHIFT, id);
    }
    return found;
  }

  String registerOf(long shiftId) {
    return sql.first(
            "select register from payments.cash_shift where id = ?",
            row -> row.getString(1),
            shiftId)
        .orElseThrow(() -> new PaymentsRefused(Reason.NO_SUCH_SHIFT, shiftId));
  }

  /** Keeps a count in place of the one before. */
  void keep(long shiftId, String moment, CashCount count) {
    sql.update(
        "delete from payments.cash_count where shift_id = ? and moment = ?", shiftId, moment);
    List<CashPieces> some = count.pieces().stream().filter(each -> each.pieces() > 0).toList();
    if (!some.isEmpty()) {
      sql.update(
          "insert into payments.cash_count (shift_id, moment, denomination, pieces)"
              + " select ?, ?, d, p from unnest(?, ?) c (d, p)",
          shiftId,
          moment,
          some.stream().map(CashPieces::denomination).toList(),
          some.stream().map(each -> (long) each.pieces()).toList());
    }
  }

  CashCount count(long shiftId, String moment) {
    return new CashCount(
        sql.rows(
            "select denomination, pieces from payments.cash_count where shift_id = ?"
                + " and moment = ? order by denomination desc",
            row -> new CashPieces(row.getBigDecimal(1), row.getInt(2)),
            shiftId,
            moment));
  }

  Optional<CashShiftCard> card(long id) {
    return sql.first(CARD + " where s.id = ?", CashShifts::read, id);
  }

  List<CashShiftCard> list(CashShiftQuery query, int offset, int limit) {
    List<Object> arguments = new ArrayList<>();
    StringBuilder where = new StringBuilder(" where true");
    and(where, arguments, "s.register", query.register());
    and(where, arguments, "s.cashier", query.cashier());
    and(where, arguments, "s.state", query.state());
    arguments.add(offset);
    arguments.add(limit);
    return sql.rows(
        CARD + where + " order by s.opened_at desc, s.id desc offset ? limit ?",
        CashShifts::read,
        arguments.toArray());
  }

  private static void and(
      StringBuilder where, List<Object> arguments, String column, Object value) {
    if (value != null && !value.toString().isBlank()) {
      where.append(" and ").append(column).append(" = ?");
      arguments.add(value);
    }
  }

  private static CashShiftCard read(ResultSet row) throws SQLException {
    return new CashShiftCard(
        row.getLong("id"),
        row.getString("register"),
        row.getString("register_name"),
        row.getString("cashier"),
        CashShiftState.valueOf(row.getString("state")),
        Database.instant(row, "opened_at"),
        Database.money(row, "carried"),
        Database.money(row, "float_amount"),
        row.getLong("receipts"),
        Database.money(row, "taken"),
        Database.money(row, "deposited"),
        moneyOrNull(row, "expected"),
        moneyOrNull(row, "counted"),
        row.getString("explanation"),
        Database.instant(row, "counted_at"),
        row.getString("confirmed_by"),
        Database.instant(row, "closed_at"));
  }

  private static Money moneyOrNull(ResultSet row, String column) throws SQLException {
    BigDecimal amount = row.getBigDecimal(column);
    return amount == null ? null : Money.of(amount, row.getString("currency"));
  }
}
