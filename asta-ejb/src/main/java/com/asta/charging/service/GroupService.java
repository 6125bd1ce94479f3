package com.asta.charging.service;

import com.asta.charging.model.ChargingAccount;
import com.asta.charging.service.AccountBooks.Locked;
import com.asta.charging.service.ChargingRefused.Reason;
import com.asta.common.service.AuditLog;
import com.asta.common.service.Roles;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Shared accounts: the buckets of a group that all its members may use. */
@Stateless
@RolesAllowed({Roles.SYSTEM, Roles.AGENT, Roles.BILLING, Roles.OPERATOR, Roles.ADMIN})
public class GroupService {
  private static final String SUBJECT = "ChargingAccount";

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @PersistenceContext private EntityManager em;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /** Shared accounts by name. */
  public List<PrepaidCard> list(String text, int offset, int limit) {
    String part = text == null ? "" : text.strip().toLowerCase().replaceAll("[%_\\\\]", "");
    return em.createQuery(
            "select a from ChargingAccount a where a.subscriptionId is null"
                + " and lower(a.name) like :part order by a.name, a.id",
            ChargingAccount.class)
        .setParameter("part", "%" + part + "%")
        .setFirstResult(offset)
        .setMaxResults(limit)
        .getResultStream()
        .map(PrepaidCard::of)
        .toList();
  }

  /** Accounts that may use the buckets of a shared one, by number. */
  public List<PrepaidCard> members(long groupId) {
    return em.createQuery(
            "select a from ChargingAccount a where a.groupId = :id order by a.serviceId",
            ChargingAccount.class)
        .setParameter("id", groupId)
        .getResultStream()
        .map(PrepaidCard::of)
        .toList();
  }

  /**
   * Opens a shared account; its first member's customer owns it.
   *
   * @return the shared account's id
   */
  public long create(String name, long firstMemberId) {
    try (Connection connection = database.getConnection()) {
      Locked member = AccountBooks.lockOpen(connection, firstMemberId);
      long id =
          Sql.query(
                  connection,
                  "insert into charging.charging_account (account_id, currency, name, status,"
                      + " opened_at) select account_id, currency, ?, 'ACTIVE', ?"
                      + " from charging.charging_account where id = ? returning id",
                  row -> row.getLong(1),
                  name,
                  clock.instant(),
                  member.id())
              .get(0);
      audit.record(SUBJECT, id, "created", null, null, name);
      join(connection, id, member);
      return id;
    } catch (SQLException e) {
      throw new IllegalStateException("Shared account " + name + " failed", e);
    }
  }

  /** Lets an account use the buckets of a shared one; it can be in one group only. */
  public void add(long groupId, long memberId) {
    try (Connection connection = database.getConnection()) {
      Map<Long, Locked> accounts = AccountBooks.lock(connection, List.of(groupId, memberId));
      Locked group = accounts.get(groupId);
      Locked member = accounts.get(memberId);
      if (group.serviceId() != null) {
        throw new ChargingRefused(Reason.UNKNOWN_GROUP, groupId);
      }
      if (!group.currency().equals(member.currency())) {
        throw new ChargingRefused(Reason.OTHER_CURRENCY, group.currency(), member.currency());
      }
      if ("CLOSED".equals(member.status())) {
        throw new ChargingRefused(Reason.ACCOUNT_CLOSED, member.serviceId());
      }
      join(connection, groupId, member);
    } catch (SQLException e) {
      throw new IllegalStateException("Member " + memberId + " of " + groupId + " failed", e);
    }
  }

  /** Ends a membership. */
  public void remove(long groupId, long memberId) {
    int left =
        Sql.update(
            database,
            "update charging.charging_account set group_id = null where id = ? and group_id = ?",
            memberId,
            groupId);
    if (left == 0) {
      throw new ChargingRefused(Reason.NOT_A_MEMBER, memberId);
    }
    audit.record(SUBJECT, groupId, "removed", "member", String.valueOf(memberId), null);
    audit.record(SUBJECT, memberId, "changed", "group", String.valueOf(groupId), null);
  }

  private void join(Connection connection, long groupId, Locked member) {
    int joined =
        Sql.update(
            connection,
            "update charging.charging_account set group_id = ? where id = ?"
                + " and (group_id is null or group_id = ?) and subscription_id is not null",
            groupId,
            member.id(),
            groupId);
    if (joined == 0) {
      throw new ChargingRefused(Reason.MEMBER_ELSEWHERE, member.serviceId());
    }
    audit.record(SUBJECT, groupId, "added", "member", null, member.serviceId());
    audit.record(SUBJECT, member.id(), "changed", "group", null, String.valueOf(groupId));
  }
}
