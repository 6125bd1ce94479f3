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
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
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

  /** So many sums are folded in one go. */
  private static final long FEW_PARTS = 100_000;

  private static final String COLUMNS =
      "select file_id, kind, name, status, position, line_no, rated, duplicates, rejected,"
          + " not_chargeable, arrived_at, finished_at, parts from charging.usage_file";

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @Inject private UsageIntake intake;
  @Inject private UsageFormats formats;
  @Inject private Suspense suspense;
  @Inject private UsageRejectRows rejects;
  @Inject private Outbox outbox;

  /**
   * Notes a file that is going to be imported; noted again, nothing happens. Commits by itself, so
   * that a job started next finds it.
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void register(long fileId, String kind, String name) {
    formats.check(kind);
    Sql.update(
        database,
        "insert into charging.usage_file (file_id, kind, name, status)"
            + " values (?, ?, ?, 'WAITING') on conflict do nothing",
        fileId,
        kind,
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

  /**
   * Makes ready to be read anew a file of which nothing was rated, such as one that did not fit its
   * mapping; what was rejected of it is dismissed. Commits by itself, as {@link #register}.
   *
   * @return false if something of it was rated, or it is being read
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public boolean readAnew(long fileId) {
    int reset =
        Sql.update(
            database,
            "update charging.usage_file set status = 'WAITING', position = 0, line_no = 0,"
                + " duplicates = 0, rejected = 0, not_chargeable = 0, finished_at = null"
                + " where file_id = ? and rated = 0 and status = 'DONE'",
            fileId);
    if (reset > 0) {
      rejects.dismiss(UsageRejects.ofFile(fileId));
    }
    return reset > 0;
  }

  /** Begins to read a file, or goes on where it was left. */
  @RolesAllowed(Roles.SYSTEM)
  public UsageRun open(long fileId) {
    UsageFileRow file = file(fileId);
    withConnection(connection -> UsageSums.makeParts(connection, fileId));
    return new UsageRun(file);
  }

  /** Makes the next lines ready to be stored; reads only, so it may run ahead. */
  @RolesAllowed(Roles.SYSTEM)
  public UsagePrepared prepare(UsageRun run, List<UsageLine> lines) {
    return intake.prepare(run, lines);
  }

  /** Stores what was prepared; what cannot be rated goes to suspense with its reason. */
  @RolesAllowed(Roles.SYSTEM)
  public IntakeCounts take(UsagePrepared prepared) {
    long fileId = prepared.file().fileId();
    return store(
        prepared,
        (connection, rows) -> {
          UsageSums sums = UsageSums.of(rows);
          sums.copyToParts(connection, fileId);
          Sql.update(
              connection,
              "update charging.usage_file set parts = parts + ? where file_id = ?",
              sums.size(),
              fileId);
        });
  }

  /** Rates and stores a few lines at once, totals too. */
  @RolesAllowed(Roles.SYSTEM)
  public IntakeCounts takeAtOnce(long fileId, List<UsageLine> lines) {
    return lines.isEmpty()
        ? IntakeCounts.NONE
        : store(
            intake.prepare(new UsageRun(file(fileId)), lines),
            (connection, rows) -> UsageSums.of(rows).store(connection));
  }

  private IntakeCounts store(UsagePrepared prepared, UsageIntake.Sums sums) {
    UsageFileRow file = prepared.file();
    IntakeCounts counts = intake.store(prepared, sums);
    suspense.addAll(
        SUBSYSTEM,
        file.source(),
        prepared.rejected().stream()
            .map(
                rejected ->
                    new Suspense.Entry(
                        String.valueOf(rejected.line().number()),
                        rejected.reason(),
                        rejected.detail(),
                        rejected.line().raw()))
            .toList());
    Sql.update(
        database,
        "update charging.usage_file set status = 'RUNNING', position = ?, line_no = ?,"
            + " rated = rated + ?, duplicates = duplicates + ?, rejected = rejected + ?,"
            + " not_chargeable = not_chargeable + ? where file_id = ?",
        prepared.next(),
        prepared.lastLine(),
        counts.rated(),
        counts.duplicates(),
        counts.rejected(),
        counts.notChargeable(),
        file.fileId());
    return counts;
  }

  /** Slices of a file's sums that are not in the totals yet. */
  @RolesAllowed(Roles.SYSTEM)
  public List<Integer> unfolded(long fileId) {
    Parts parts = parts(fileId);
    return IntStream.range(0, parts.slices()).filter(slice -> !parts.has(slice)).boxed().toList();
  }

  /**
   * Adds a slice of a file's sums to the totals and commits, so that nobody waits long for an
   * account; nothing if it is added already.
   */
  @RolesAllowed(Roles.SYSTEM)
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void fold(long fileId, int slice) {
    Parts parts = parts(fileId);
    if (!parts.has(slice)) {
      withConnection(connection -> UsageSums.fold(connection, fileId, slice, parts.slices()));
      int noted =
          Sql.update(
              database,
              "update charging.usage_file set folded = folded | ? where file_id = ?"
                  + " and folded & ? = 0",
              1 << slice,
              fileId,
              1 << slice);
      if (noted == 0) {
        throw new IllegalStateException(
            "Slice " + slice + " of file " + fileId + " was folded by somebody else");
      }
    }
  }

  /** Forgets a file's sums, all of which are in the totals. */
  @RolesAllowed(Roles.SYSTEM)
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void folded(long fileId) {
    if (!unfolded(fileId).isEmpty()) {
      throw new IllegalStateException("Sums of file " + fileId + " are not in the totals");
    }
    if (parts(fileId).parts() > 0) {
      withConnection(connection -> UsageSums.emptyParts(connection, fileId));
      Sql.update(
          database,
          "update charging.usage_file set folded = 0, parts = 0 where file_id = ?",
          fileId);
    }
  }

  /** A file's sums: how many, and the slices of them that are in the totals, as bits. */
  private record Parts(long parts, int folded) {
    int slices() {
      return parts == 0 ? 0 : parts > FEW_PARTS ? UsageSums.SLICES : 1;
    }

    boolean has(int slice) {
      return (folded & 1 << slice) != 0;
    }
  }

  private Parts parts(long fileId) {
    return Sql.query(
            database,
            "select parts, folded from charging.usage_file where file_id = ?",
            row -> new Parts(row.getLong(1), row.getInt(2)),
            fileId)
        .get(0);
  }

  /** Closes a file that was read and folded to its end, and tells so. */
  @RolesAllowed(Roles.SYSTEM)
  public void finish(long fileId) {
    withConnection(connection -> UsageSums.dropParts(connection, fileId));
    int closed =
        Sql.update(
            database,
            "update charging.usage_file set status = 'DONE', finished_at = now()"
                + " where file_id = ? and status <> 'DONE' and parts = 0",
            fileId);
    if (closed > 0) {
      UsageFileRow file = file(fileId);
      outbox.publish(
          new UsageImported(
              fileId, file.kind(), file.name(), file.counts().rated(), file.counts().rejected()));
    }
  }

  private void withConnection(Consumer<Connection> work) {
    try (Connection connection = database.getConnection()) {
      work.accept(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("No connection", e);
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
        Sql.instant(row, 12),
        row.getLong(13));
  }
}
