package com.asta.common.service;

import static com.asta.common.service.Database.instant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Mail that leaves if, and only if, the transaction that queued it commits, and once: a unique key
 * names each mail, so that a repeated job or request queues nothing new.
 */
@Stateless
@RolesAllowed({
  Roles.AGENT,
  Roles.BILLING,
  Roles.CASHIER,
  Roles.MARKETER,
  Roles.OPERATOR,
  Roles.ADMIN,
  Roles.SYSTEM
})
public class Mailer {
  /** Fired inside the transaction; the sender acts on it after success. */
  record Queued() {}

  @Inject private Database database;
  @Inject private Event<Queued> queued;

  /**
   * Queues a mail unless one with this key was queued before.
   *
   * @param uniqueKey what makes this mail this mail, such as {@code campaign-7-1234}
   * @param html the same text as HTML; null for text alone
   * @return true if it was queued now
   */
  public boolean queue(String uniqueKey, String to, String subject, String text, String html) {
    boolean fresh =
        database.update(
                "insert into common.mail (unique_key, recipient, subject, text_body, html_body)"
                    + " values (?, ?, ?, ?, ?) on conflict (unique_key) do nothing",
                uniqueKey,
                to,
                subject.replaceAll("[\\r\\n]+", " "),
                text,
                html)
            == 1;
    if (fresh) {
      queued.fire(new Queued());
    }
    return fresh;
  }

  /** A mail to be queued; its parts are those of {@link #queue}, without HTML. */
  public record Draft(String uniqueKey, String to, String subject, String text) {}

  /**
   * As {@link #queue}, many by one statement. They leave with the next sweep, so that their sending
   * does not compete with the job that is still writing them.
   */
  public void queueAll(List<Draft> drafts) {
    if (drafts.isEmpty()) {
      return;
    }
    database.update(
        "insert into common.mail (unique_key, recipient, subject, text_body)"
            + " select * from unnest(?, ?, ?, ?) on conflict (unique_key) do nothing",
        texts(drafts, Draft::uniqueKey),
        texts(drafts, Draft::to),
        texts(drafts, draft -> draft.subject().replaceAll("[\\r\\n]+", " ")),
        texts(drafts, Draft::text));
  }

  private static String[] texts(List<Draft> drafts, Function<Draft, String> part) {
    return drafts.stream().map(part).toArray(String[]::new);
  }

  /** Mails, newest first; null status means any, null recipient means anybody. */
  @RolesAllowed({Roles.OPERATOR, Roles.ADMIN, Roles.SYSTEM})
  public List<MailRow> list(MailStatus status, String recipient, int offset, int limit) {
    StringBuilder sql =
        new StringBuilder(
            "select id, unique_key, recipient, subject, status, attempts, last_error, created_at,"
                + " sent_at from common.mail where true");
    List<Object> arguments = new ArrayList<>();
    if (status != null) {
      sql.append(" and status = ?");
      arguments.add(status);
    }
    if (recipient != null && !recipient.isBlank()) {
      sql.append(" and lower(recipient) like ?");
      arguments.add(recipient.strip().toLowerCase(Locale.ROOT).replaceAll("[%_\\\\]", "") + "%");
    }
    sql.append(" order by id desc limit ? offset ?");
    arguments.add(limit);
    arguments.add(offset);
    return database.rows(sql.toString(), Mailer::read, arguments.toArray());
  }

  /** The text of a mail. */
  @RolesAllowed({Roles.OPERATOR, Roles.ADMIN, Roles.SYSTEM})
  public String text(long id) {
    return database
        .first("select text_body from common.mail where id = ?", row -> row.getString(1), id)
        .orElseThrow(() -> new IllegalArgumentException("No mail " + id));
  }

  /** Sends a failed or uncertain mail again, which a person decided. */
  @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
  public void sendAgain(long id) {
    int changed =
        database.update(
            "update common.mail set status = 'QUEUED', attempts = 0, next_at = now()"
                + " where id = ? and status in ('FAILED', 'UNCERTAIN')",
            id);
    if (changed == 1) {
      queued.fire(new Queued());
    }
  }

  private static MailRow read(ResultSet row) throws SQLException {
    return new MailRow(
        row.getLong("id"),
        row.getString("unique_key"),
        row.getString("recipient"),
        row.getString("subject"),
        MailStatus.valueOf(row.getString("status")),
        row.getInt("attempts"),
        row.getString("last_error"),
        instant(row, "created_at"),
        instant(row, "sent_at"));
  }
}
