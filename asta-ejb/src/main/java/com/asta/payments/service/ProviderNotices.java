package com.asta.payments.service;

import com.asta.common.service.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** What providers told by themselves, each notification once. */
@ApplicationScoped
class ProviderNotices {
  @Inject private Database sql;

  /** Keeps a notification; false if it was kept before, also by a transaction we waited for. */
  boolean keep(String gateway, ProviderNotice notice, Instant now) {
    return sql.update(
            "insert into payments.gateway_notice (gateway, notice_key, external_id, provider_id,"
                + " subject, status, received_at) values (?, ?, ?, ?, ?, ?, ?)"
                + " on conflict (gateway, notice_key) do nothing",
            gateway,
            notice.key(),
            notice.externalId(),
            notice.providerId(),
            notice.order() == null ? "REFUND" : "ORDER",
            notice.status(),
            now)
        == 1;
  }

  /** Says why a notification was not applied. */
  void problem(String gateway, String key, String problem) {
    sql.update(
        "update payments.gateway_notice set problem = ? where gateway = ? and notice_key = ?",
        problem,
        gateway,
        key);
  }

  List<NoticeRow> of(String externalId) {
    return sql.rows(
        "select * from payments.gateway_notice where external_id = ? order by id desc limit 50",
        row ->
            new NoticeRow(
                row.getString("subject"),
                row.getString("status"),
                row.getString("problem"),
                Database.instant(row, "received_at")),
        externalId);
  }
}
