package com.asta.common.service;

import static com.asta.common.service.Database.instant;

import com.asta.common.OperatorZone;
import com.asta.common.service.CommonRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Keeps files for import: bounded in size, stored under the data directory, and each content once
 * per kind. Accepting commits by itself, so that a job started next finds the file.
 */
@Stateless
@RolesAllowed({
  Roles.OPERATOR,
  Roles.BILLING,
  Roles.CASHIER,
  Roles.WAREHOUSE,
  Roles.PRODUCT_MANAGER,
  Roles.ADMIN,
  Roles.SYSTEM
})
public class ImportFiles {
  private static final long LIMIT_MEGABYTES = Long.getLong("asta.import.limit.megabytes", 2048);
  private static final String COLUMNS =
      "select id, kind, name, sha256, size_bytes, path, accepted_at, accepted_by"
          + " from common.import_file";

  @Inject private Database database;
  @Inject private CurrentUser user;

  /**
   * Stores the content and returns its entry.
   *
   * @throws CommonRefused DUPLICATE_FILE with the earlier name and date, FILE_TOO_LARGE, EMPTY_FILE
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public ImportFile accept(String kind, String name, InputStream content) {
    try {
      Path folder = Files.createDirectories(DataDirectory.path().resolve("files").resolve(kind));
      Path incoming = Files.createTempFile(folder, "incoming-", ".part");
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        long size = copy(content, incoming, digest);
        long id = insert(kind, name, HexFormat.of().formatHex(digest.digest()), size);
        Path path = folder.resolve(id + "-" + plain(name));
        Files.move(incoming, path, StandardCopyOption.REPLACE_EXISTING);
        database.update("update common.import_file set path = ? where id = ?", path.toString(), id);
        return file(id);
      } finally {
        Files.deleteIfExists(incoming);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("File " + name + " of kind " + kind + " was not stored", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * As {@link #accept}, for a file that the product itself wrote: the same content again, after a
   * crash, is the file that is there.
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public ImportFile keep(String kind, String name, Path content) {
    try (InputStream in = Files.newInputStream(content)) {
      Optional<ImportFile> earlier = byDigest(kind, content);
      return earlier.isPresent() ? earlier.get() : accept(kind, name, in);
    } catch (IOException e) {
      throw new UncheckedIOException("File " + name + " of kind " + kind + " was not kept", e);
    }
  }

  private Optional<ImportFile> byDigest(String kind, Path content) throws IOException {
    try (InputStream in = Files.newInputStream(content)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      String sha256 = HexFormat.of().formatHex(digest.digest());
      return database.first(
          COLUMNS + " where kind = ? and sha256 = ?", ImportFiles::read, kind, sha256);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * As {@link #accept}, for a file whose sender does not wait: it counts as waiting until {@link
   * #started}.
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public ImportFile acceptWaiting(String kind, String name, InputStream content) {
    ImportFile file = accept(kind, name, content);
    database.update("update common.import_file set started_at = null where id = ?", file.id());
    return file;
  }

  /** The import of the file has begun. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void started(long id) {
    database.update("update common.import_file set started_at = now() where id = ?", id);
  }

  /** Accepted files of a kind whose import was never begun, oldest first. */
  public List<ImportFile> waiting(String kind) {
    return database.rows(
        COLUMNS + " where kind = ? and started_at is null order by id", ImportFiles::read, kind);
  }

  /** An accepted file, if there is one with this id. */
  public Optional<ImportFile> find(long id) {
    return database.first(COLUMNS + " where id = ?", ImportFiles::read, id);
  }

  /** An accepted file. */
  public ImportFile file(long id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("No import file " + id));
  }

  /** Accepted files of a kind, newest first. */
  public List<ImportFile> list(String kind, int offset, int limit) {
    return database.rows(
        COLUMNS + " where kind = ? order by id desc limit ? offset ?",
        ImportFiles::read,
        kind,
        limit,
        offset);
  }

  private long insert(String kind, String name, String sha256, long size) {
    return database
        .first(
            "insert into common.import_file (kind, name, sha256, size_bytes, accepted_by)"
                + " values (?, ?, ?, ?, ?) on conflict (kind, sha256) do nothing returning id",
            row -> row.getLong(1),
            kind,
            name,
            sha256,
            size,
            user.name())
        .orElseThrow(() -> duplicate(kind, sha256));
  }

  private CommonRefused duplicate(String kind, String sha256) {
    ImportFile earlier =
        database
            .first(COLUMNS + " where kind = ? and sha256 = ?", ImportFiles::read, kind, sha256)
            .orElseThrow();
    return new CommonRefused(
        Reason.DUPLICATE_FILE,
        earlier.name(),
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
            .format(earlier.acceptedAt().atZone(OperatorZone.ID)));
  }

  private static long copy(InputStream content, Path target, MessageDigest digest)
      throws IOException {
    long size = 0;
    byte[] buffer = new byte[1 << 16];
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(target), digest)) {
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        size += read;
        if (size > LIMIT_MEGABYTES << 20) {
          throw new CommonRefused(Reason.FILE_TOO_LARGE, LIMIT_MEGABYTES);
        }
        out.write(buffer, 0, read);
      }
    }
    if (size == 0) {
      throw new CommonRefused(Reason.EMPTY_FILE);
    }
    return size;
  }

  private static String plain(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String safe = last.replaceAll("[^A-Za-z0-9._-]", "_");
    return safe.length() > 120 ? safe.substring(safe.length() - 120) : safe;
  }

  private static ImportFile read(ResultSet row) throws SQLException {
    return new ImportFile(
        row.getLong("id"),
        row.getString("kind"),
        row.getString("name"),
        row.getString("sha256"),
        row.getLong("size_bytes"),
        Path.of(row.getString("path")),
        instant(row, "accepted_at"),
        row.getString("accepted_by"));
  }
}
