package com.asta.payments.service;

import com.asta.common.Iban;
import com.asta.common.service.Database;
import com.asta.payments.model.Mandate;
import com.asta.payments.rules.MandateScheme;
import com.asta.payments.rules.MandateState;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All mandates. */
@ApplicationScoped
class MandateStore {
  private static final String ROW =
      "select m.*, a.number as account_number from payments.mandate m"
          + " join payments.financial_account a on a.account_id = m.account_id";

  @PersistenceContext(unitName = "asta")
  private EntityManager entities;

  @Inject private Database sql;

  /** Adds a mandate; two of one reference cannot be. */
  void add(Mandate mandate) {
    if (referenceTaken(mandate.getReference())) {
      throw new PaymentsRefused(Reason.MANDATE_REFERENCE_TAKEN, mandate.getReference());
    }
    try {
      entities.persist(mandate);
      entities.flush();
    } catch (PersistenceException taken) {
      if (String.valueOf(taken.getMessage()).contains("mandate_reference_key")) {
        throw new PaymentsRefused(Reason.MANDATE_REFERENCE_TAKEN, mandate.getReference());
      }
      throw taken;
    }
  }

  /** The mandate, to change it; lock its account before. */
  Mandate locked(long id) {
    Mandate found = entities.find(Mandate.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (found == null) {
      throw new PaymentsRefused(Reason.NO_SUCH_MANDATE, id);
    }
    return found;
  }

  long accountOf(long id) {
    return row(id)
        .map(MandateRow::accountId)
        .orElseThrow(() -> new PaymentsRefused(Reason.NO_SUCH_MANDATE, id));
  }

  /** The mandate an account is debited by, if it has one. */
  Optional<MandateRow> valid(long accountId) {
    return sql.first(
        ROW + " where m.account_id = ? and m.state in ('ACTIVE', 'SUSPENDED')",
        MandateStore::row,
        accountId);
  }

  Optional<MandateRow> row(long id) {
    return sql.first(ROW + " where m.id = ?", MandateStore::row, id);
  }

  List<MandateRow> all(Collection<Long> ids) {
    return sql.rows(ROW + " where m.id = any (?)", MandateStore::row, ids);
  }

  List<MandateRow> ofCustomer(long customerId) {
    return sql.rows(
        ROW + " where m.customer_id = ? order by m.id desc limit 50",
        MandateStore::row,
        customerId);
  }

  /** Newest first; a whole bank account number finds its mandates. */
  List<MandateRow> list(String text, MandateState state, int offset, int limit) {
    StringBuilder where = new StringBuilder(" where true");
    List<Object> arguments = new ArrayList<>();
    if (text != null && !text.isBlank()) {
      Optional<Iban> iban = Iban.parse(text);
      if (iban.isPresent()) {
        where.append(" and m.iban = ?");
        arguments.add(iban.get().value());
      } else {
        where.append(" and (m.reference ilike ? or m.debtor_name ilike ? or a.number ilike ?)");
        String like = "%" + Database.literal(text.strip()) + "%";
        arguments.addAll(List.of(like, like, like));
      }
    }
    if (state != null) {
      where.append(" and m.state = ?");
      arguments.add(state);
    }
    arguments.addAll(List.of(offset, limit));
    return sql.rows(
        ROW + where + " order by m.id desc offset ? limit ?",
        MandateStore::row,
        arguments.toArray());
  }

  /** Ids of valid mandates that nobody used for so long that they end. */
  List<Long> unusedSince(LocalDate day) {
    return sql.rows(
        "select id from payments.mandate where state in ('ACTIVE', 'SUSPENDED')"
            + " and coalesce(used_on, signed_on) <= ? order by account_id limit 10000",
        row -> row.getLong(1),
        day);
  }

  int countOf(long accountId) {
    return sql.first(
            "select count(*)::int from payments.mandate where account_id = ?",
            row -> row.getInt(1),
            accountId)
        .orElse(0);
  }

  private boolean referenceTaken(String reference) {
    return sql.first("select 1 from payments.mandate where reference = ?", row -> true, reference)
        .isPresent();
  }

  private static MandateRow row(ResultSet row) throws SQLException {
    return new MandateRow(
        row.getLong("id"),
        row.getLong("account_id"),
        row.getString("account_number"),
        row.getLong("customer_id"),
        row.getString("reference"),
        row.getString("creditor_id"),
        MandateScheme.valueOf(row.getString("scheme")),
        row.getBoolean("one_off"),
        row.getString("debtor_name"),
        new Iban(row.getString("iban")).masked(),
        MandateState.valueOf(row.getString("state")),
        row.getBoolean("collecting"),
        row.getBoolean("ending"),
        Database.date(row, "signed_on"),
        Database.date(row, "used_on"),
        Database.instant(row, "created_at"),
        row.getString("created_by"));
  }
}
