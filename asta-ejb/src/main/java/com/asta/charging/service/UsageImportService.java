package com.asta.charging.service;

import com.asta.charging.event.UsageImported;
import com.asta.charging.service.UsageFileRow.Status;
import com.asta.common.service.Outbox;
import com.asta.common.service.Roles;
import com.asta.common.service.Suspense;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * Takes usage files in, chunk by chunk. What a chunk did and how far it came are one transaction,
 * so an import that is cut off goes on at the next line and the totals are those of an undisturbed
 * run.
 */
@Stateless
@RolesAllowed({Roles.SYSTEM, Roles.OPERATOR, Roles.PRODUCT_MANAGER, Roles.BILLING, Roles.ADMIN})
public class UsageImportService {
  static final String SUBSYSTEM = "charging";

  private static final String COLUMNS =
      "select file_id, kind, name, status, position, line_no, rated, duplicates, rejected,"
          + " not_chargeable, arrived_at, finished_at from charging.usage_file";

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @Inject private UsageIntake intake;
  @Inject private Suspense suspense;
  @Inject private Outbox outbox;

  /**
   * Notes a file that is going to be imported; noted again, nothing happens. Commits by itself, so
   * that a job started next finds it.
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void register(long fileId, String kind, String name) {
    Sql.update(
        database,
        "insert into charging.usage_file (file_id, kind, name, status)"
            + " values (?, ?, ?, 'WAITING') on conflict do nothing",
        fileId,
        UsageFileKind.of(kind).code(),
        name);
  }

  /** One file. */
  public UsageFileRow file(long fileId) {
    return Sql.query(database, COLUMNS + " where file_id = ?", UsageImportService::row, fileId)
        .stream()
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No usage file " + fileId));
  }

  /** Files, the newest first. */
  public List<UsageFileRow> list(int offset, int limit) {
    return Sql.query(
        database,
        COLUMNS + " order by file_id desc offset ? limit ?",
        UsageImportService::row,
        offset,
        limit);
  }

  /** Rates the next lines of a file; what cannot be rated goes to suspense with its reason. */
  @RolesAllowed(Roles.SYSTEM)
  public IntakeCounts take(long fileId, List<UsageLine> lines) {
    if (lines.isEmpty()) {
      return IntakeCounts.NONE;
    }
    UsageFileRow file = file(fileId);
    UsageIntake.Outcome outcome = intake.rate(file.kind(), fileId, lines);
    for (UsageIntake.Rejected rejected : outcome.rejected()) {
      suspense.add(
          SUBSYSTEM,
          file.source(),
          String.valueOf(rejected.line().number()),
          rejected.reason(),
          rejected.detail(),
          rejected.line().raw());
    }
    UsageLine last = lines.get(lines.size() - 1);
    IntakeCounts counts = outcome.counts();
    Sql.update(
        database,
        "update charging.usage_file set status = 'RUNNING', position = ?, line_no = ?,"
            + " rated = rated + ?, duplicates = duplicates + ?, rejected = rejected + ?,"
            + " not_chargeable = not_chargeable + ? where file_id = ?",
        last.next(),
        last.number(),
        counts.rated(),
        counts.duplicates(),
        counts.rejected(),
        counts.notChargeable(),
        fileId);
    return counts;
  }

  /** Closes a file that was read to its end, and tells so. */
  @RolesAllowed(Roles.SYSTEM)
  public void finish(long fileId) {
    int closed =
        Sql.update(
            database,
            "update charging.usage_file set status = 'DONE', finished_at = now()"
                + " where file_id = ? and status <> 'DONE'",
            fileId);
    if (closed > 0) {
      UsageFileRow file = file(fileId);
      outbox.publish(
          new UsageImported(
              fileId, file.kind(), file.name(), file.counts().rated(), file.counts().rejected()));
    }
  }

  private static UsageFileRow row(ResultSet row) throws SQLException {
    return new UsageFileRow(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        Status.valueOf(row.getString(4)),
        row.getLong(5),
        row.getLong(6),
        new IntakeCounts(row.getLong(7), row.getLong(8), row.getLong(9), row.getLong(10)),
        Sql.instant(row, 11),
        Sql.instant(row, 12));
  }
}
