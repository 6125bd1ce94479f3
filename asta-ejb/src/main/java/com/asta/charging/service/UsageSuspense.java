package com.asta.charging.service;

import com.asta.charging.rules.CdrFormat;
import com.asta.common.service.ImportFiles;
import com.asta.common.service.Roles;
import com.asta.common.service.SuspendedRecord;
import com.asta.common.service.Suspense;
import com.asta.common.service.SuspenseOwner;
import com.asta.common.service.SuspenseQuery;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Tries rejected lines of usage again, after a subscriber or a rate was added. */
@Stateless
@LocalBean
@Local(SuspenseOwner.class)
@RolesAllowed({Roles.SYSTEM, Roles.OPERATOR, Roles.PRODUCT_MANAGER, Roles.BILLING, Roles.ADMIN})
public class UsageSuspense implements SuspenseOwner {
  private static final Pattern SOURCE = Pattern.compile(".* #([0-9]+)");
  private static final int AT_ONCE = 5000;

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @Inject private UsageImportService imports;
  @Inject private UsageIntake intake;
  @Inject private ImportFiles files;
  @Inject private Suspense suspense;

  @Override
  public String subsystem() {
    return UsageImportService.SUBSYSTEM;
  }

  @Override
  public boolean reprocess(SuspendedRecord entry) {
    Matcher source = SOURCE.matcher(entry.source());
    return source.matches() && !again(Long.parseLong(source.group(1)), List.of(entry)).isEmpty();
  }

  /** Tries the open rejected lines of a file again; returns how many are in now. */
  public int reprocess(long fileId) {
    SuspenseQuery query =
        new SuspenseQuery(
            UsageImportService.SUBSYSTEM,
            null,
            imports.file(fileId).source(),
            SuspendedRecord.Status.OPEN);
    Set<Long> taken = again(fileId, suspense.list(query, 0, AT_ONCE));
    taken.forEach(suspense::reprocessed);
    return taken.size();
  }

  private Set<Long> again(long fileId, List<SuspendedRecord> entries) {
    UsageFileRow file = imports.file(fileId);
    Optional<? extends CdrFormat> format = UsageFileKind.of(file.kind()).format(firstLine(fileId));
    if (format.isEmpty()) {
      return Set.of();
    }
    List<UsageLine> lines = new ArrayList<>();
    Set<Long> taken = new HashSet<>();
    for (SuspendedRecord entry : entries) {
      lines.add(
          new UsageLine(
              entry.id(), 0, entry.raw(), format.get().read(String.valueOf(entry.raw()))));
      taken.add(entry.id());
    }
    UsageIntake.Outcome outcome = intake.rate(file.kind(), fileId, lines);
    outcome.rejected().forEach(rejected -> taken.remove(rejected.line().number()));
    IntakeCounts counts = outcome.counts();
    Sql.update(
        database,
        "update charging.usage_file set rated = rated + ?, duplicates = duplicates + ?,"
            + " not_chargeable = not_chargeable + ?, rejected = rejected - ? where file_id = ?",
        counts.rated(),
        counts.duplicates(),
        counts.notChargeable(),
        taken.size(),
        fileId);
    return taken;
  }

  private String firstLine(long fileId) {
    try (BufferedReader reader =
        Files.newBufferedReader(files.file(fileId).path(), StandardCharsets.UTF_8)) {
      String line = reader.readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw new UncheckedIOException("Usage file " + fileId + " is not readable", e);
    }
  }
}
