package com.asta.common.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The states of mails on their way, each change committed by itself. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OutgoingMails {
  static final int SIZE = 50;
  private static final int ATTEMPTS = 8;
  private static final long LOST_MINUTES = 15;

  @Inject private Database database;

  /** Takes the next mails; they are SENDING before anybody speaks to the mail server. */
  public List<OutgoingMail> claim() {
    return database.rows(
        "update common.mail set status = 'SENDING', attempts = attempts + 1, next_at = now()"
            + " where id in (select id from common.mail where status = 'QUEUED' and next_at <= now()"
            + " order by next_at, id limit ? for update skip locked)"
            + " returning id, unique_key, recipient, subject, text_body, html_body",
        row ->
            new OutgoingMail(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6)),
        SIZE);
  }

  public void sent(long id) {
    database.update(
        "update common.mail set status = 'SENT', sent_at = now(), last_error = null where id = ?",
        id);
  }

  /** The mail server said no: again later, and after the last attempt never. */
  public void refused(long id, String error) {
    database.update(
        "update common.mail set last_error = ?, status = case when attempts < ? then 'QUEUED' else"
            + " 'FAILED' end, next_at = now() + (interval '30 seconds' * (attempts * attempts))"
            + " where id = ?",
        error,
        ATTEMPTS,
        id);
  }

  /** Not even begun: the mail server could not be reached. */
  public void postponed(List<OutgoingMail> mails, String error) {
    Long[] ids = mails.stream().map(OutgoingMail::id).toArray(Long[]::new);
    database.update(
        "update common.mail set status = 'QUEUED', attempts = attempts - 1, last_error = ?,"
            + " next_at = now() + interval '1 minute' where id = any (?) and status = 'SENDING'",
        error,
        ids);
  }

  /** The connection broke in the middle: it may or may not have arrived. */
  public void uncertain(long id, String error) {
    database.update(
        "update common.mail set status = 'UNCERTAIN', last_error = ? where id = ?", error, id);
  }

  /** What a crash left in SENDING. */
  public void settleLost(Instant now) {
    database.update(
        "update common.mail set status = 'UNCERTAIN',"
            + " last_error = 'The server stopped while the mail was handed over'"
            + " where status = 'SENDING' and next_at < ?",
        now.minus(Duration.ofMinutes(LOST_MINUTES)));
  }
}
