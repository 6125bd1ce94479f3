package com.asta.payments.service;

import com.asta.common.service.Database;
import com.asta.payments.model.PaymentAttempt;
import com.asta.payments.model.SavedCard;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** All cards that customers saved at a provider. */
@ApplicationScoped
class SavedCards {
  @PersistenceContext(unitName = "asta")
  private EntityManager entities;

  @Inject private Database sql;

  SavedCard find(long id) {
    return entities.find(SavedCard.class, id);
  }

  /** The card of an account, to use or change it; lock the account before. */
  Optional<SavedCard> of(long accountId) {
    return entities
        .createQuery(
            "select c from SavedCard c where c.accountId = :account and c.removedAt is null",
            SavedCard.class)
        .setParameter("account", accountId)
        .getResultStream()
        .findFirst();
  }

  SavedCard required(long accountId, String gateway) {
    return of(accountId)
        .filter(card -> card.getGateway().equals(gateway))
        .orElseThrow(() -> new PaymentsRefused(Reason.NO_SUCH_CARD));
  }

  /** Saves a card in place of the account's former one. */
  void replace(PaymentAttempt attempt, ProviderCard told, Instant now) {
    Optional<SavedCard> former = of(attempt.getAccountId());
    if (former.isPresent() && former.get().getToken().equals(told.token())) {
      return;
    }
    former.ifPresent(card -> card.remove(now, attempt.getStartedBy()));
    entities.flush();
    SavedCard card = new SavedCard(attempt, told.token(), told.masked(), told.expiresOn());
    card.payByItself(true);
    entities.persist(card);
  }

  /** Attempts paid since an instant whose customer wants the card saved, which is not done yet. */
  List<Long> toSave(Instant since, int limit) {
    return sql.rows(
        "select id from payments.payment_attempt where remember_card and state = 'COMPLETED'"
            + " and finished_at > ? order by id limit ?",
        row -> row.getLong(1),
        since,
        limit);
  }

  /** The card of an account as people may see it. */
  Optional<CardRow> row(long accountId) {
    return sql.first(
        "select * from payments.saved_card where account_id = ? and removed_at is null",
        row ->
            new CardRow(
                row.getLong("account_id"),
                row.getString("masked"),
                Database.date(row, "expires_on"),
                row.getBoolean("auto_pay"),
                Database.instant(row, "consent_at"),
                row.getString("consent_by")),
        accountId);
  }

  /** Accounts whose card pays by itself and that have an open item due on one of the days. */
  List<Long> autoPaying(List<LocalDate> dueDays, long afterId, int limit) {
    return sql.rows(
        "select c.account_id from payments.saved_card c where c.removed_at is null and c.auto_pay"
            + " and c.account_id > ? and exists (select 1 from payments.open_item i"
            + " where i.account_id = c.account_id and i.open_amount > 0"
            + " and i.due_on = any (?::date[])) order by 1 limit ?",
        row -> row.getLong(1),
        afterId,
        dueDays.stream().map(LocalDate::toString).toList(),
        limit);
  }
}
