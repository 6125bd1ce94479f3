package com.asta.charging.service;

import com.asta.charging.rules.CdrFormat;
import com.asta.charging.rules.CdrLine;
import com.asta.charging.service.ChargingRefused.Reason;
import com.asta.common.service.AuditLog;
import com.asta.common.service.ImportFiles;
import com.asta.common.service.Roles;
import com.asta.common.service.SuspendedRecord;
import com.asta.common.service.SuspenseOwner;
import com.asta.common.service.SuspenseReason;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Rejected lines of usage: corrected and dismissed by one statement however many they are, and
 * tried again, after a subscriber or a rate was added or a line was corrected.
 */
@Stateless
@LocalBean
@Local(SuspenseOwner.class)
@RolesAllowed({Roles.SYSTEM, Roles.OPERATOR, Roles.PRODUCT_MANAGER, Roles.BILLING, Roles.ADMIN})
public class UsageSuspense implements SuspenseOwner {
  /** So many lines are tried again while a person waits; more are work for the job. */
  public static final int AT_ONCE = 2000;

  private static final String SUBJECT = "UsageSuspense";
  private static final int LONGEST = 4000;

  /** What a person says of lines; what is null stays as it is. */
  public record Correction(String subscriber, String destination, String text, String by) {}

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @Inject private UsageImportService imports;
  @Inject private UsageIntake intake;
  @Inject private UsageFormats formats;
  @Inject private UsageRejectRows rows;
  @Inject private ImportFiles files;
  @Inject private AuditLog audit;

  @Override
  public String subsystem() {
    return UsageImportService.SUBSYSTEM;
  }

  @Override
  public boolean reprocess(SuspendedRecord entry) {
    return retry(List.of(entry.id())) > 0;
  }

  /** Lines, the newest first; those of one file in its order. */
  public List<UsageReject> list(UsageRejects which, int offset, int limit) {
    return rows.list(which, offset, limit);
  }

  /** How many there are. */
  public long count(UsageRejects which) {
    return rows.count(which);
  }

  /** How many there are for each reason. */
  public List<SuspenseReason> reasons(UsageRejects which) {
    return rows.reasons(which);
  }

  /** Ids in ascending order, after one. */
  public List<Long> ids(UsageRejects which, long after, int limit) {
    return rows.ids(which, after, limit);
  }

  /** Closes lines that will not be taken in. */
  public int dismiss(UsageRejects which) {
    int dismissed = rows.dismiss(which);
    record("dismissed", which, dismissed + " lines");
    return dismissed;
  }

  /**
   * Corrects lines; they still have to be tried again.
   *
   * @return how many were changed
   * @throws ChargingRefused WRONG_NUMBER
   */
  public int correct(UsageRejects which, Correction correction) {
    int changed = 0;
    String subscriber = subscriber(correction.subscriber());
    String destination = number(correction.destination());
    if (subscriber != null || destination != null) {
      changed = rows.correct(which, subscriber, destination);
      record("corrected", which, changed + " lines: " + said(subscriber, correction.destination()));
    }
    if (correction.text() != null && !correction.text().isEmpty()) {
      String by = correction.by() == null ? "" : correction.by();
      int replaced = rows.replace(which, correction.text(), by);
      record("corrected", which, replaced + " lines: " + correction.text() + " → " + by);
      changed = Math.max(changed, replaced);
    }
    return changed;
  }

  /** Writes a line anew. */
  public void edit(long id, String raw) {
    String text = raw.replace('\0', ' ');
    UsageReject old =
        rows.list(UsageRejects.of(List.of(id)), 0, 1).stream()
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("No open line " + id));
    rows.edit(id, text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    audit.change(SUBJECT, id, "raw", old.raw(), text);
  }

  /** Tries the lines of a file again, as many as are tried at once; returns how many are in now. */
  public int reprocess(long fileId) {
    return retry(rows.ids(UsageRejects.ofFile(fileId), 0, AT_ONCE));
  }

  /** Tries lines again that are still open; returns how many are in now. */
  public int retry(List<Long> ids) {
    Map<Long, List<UsageReject>> byFile =
        rows.lock(ids).stream().collect(Collectors.groupingBy(UsageReject::fileId));
    int taken = 0;
    for (Map.Entry<Long, List<UsageReject>> entry : byFile.entrySet()) {
      taken += retry(imports.file(entry.getKey()), entry.getValue());
    }
    return taken;
  }

  private int retry(UsageFileRow file, List<UsageReject> rejects) {
    Optional<CdrFormat> format = formats.format(file.kind(), firstLine(file));
    if (format.isEmpty()) {
      return 0;
    }
    Map<UsageLine, Long> ids = new HashMap<>();
    List<UsageLine> lines = new ArrayList<>();
    for (UsageReject reject : rejects) {
      if (!reject.reason().equals(CdrLine.Fault.HEADER_MISSING.name())) {
        UsageLine line = line(format.get(), reject);
        ids.put(line, reject.id());
        lines.add(line);
      }
    }
    if (lines.isEmpty()) {
      return 0;
    }
    UsagePrepared prepared = intake.prepare(new UsageRun(file), lines);
    IntakeCounts counts =
        intake.store(prepared, (connection, some) -> UsageSums.of(some).store(connection));
    rows.rejected(prepared.rejected(), ids::get);
    prepared.rejected().forEach(rejected -> ids.remove(rejected.line()));
    rows.taken(ids.values());
    Sql.update(
        database,
        "update charging.usage_file set rated = rated + ?, duplicates = duplicates + ?,"
            + " not_chargeable = not_chargeable + ?, rejected = rejected - ? where file_id = ?",
        counts.rated(),
        counts.duplicates(),
        counts.notChargeable(),
        ids.size(),
        file.fileId());
    return ids.size();
  }

  private static UsageLine line(CdrFormat format, UsageReject reject) {
    String raw = reject.raw() == null ? "" : reject.raw();
    CdrLine content = format.read(raw);
    if (content instanceof CdrLine.Usage usage && reject.corrected()) {
      content =
          new CdrLine.Usage(
              usage.at(),
              reject.subscriber() == null ? usage.subscriber() : reject.subscriber(),
              usage.service(),
              reject.destination() == null ? usage.destination() : reject.destination(),
              usage.units(),
              usage.eventKey());
    }
    long number = Long.parseLong(reject.position());
    return new UsageLine(number, number, 0, raw, content);
  }

  private String firstLine(UsageFileRow file) {
    Charset charset = formats.charset(file.kind());
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Files.newInputStream(files.file(file.fileId()).path()), charset))) {
      char[] start = new char[LONGEST];
      int length = reader.read(start);
      return length <= 0 ? "" : new String(start, 0, length).lines().findFirst().orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException("Usage file " + file.fileId() + " is not readable", e);
    }
  }

  private void record(String action, UsageRejects which, String what) {
    Collection<Long> ids = which.ids();
    long subject =
        which.fileId() != null
            ? which.fileId()
            : ids != null && ids.size() == 1 ? ids.iterator().next() : 0;
    audit.record(SUBJECT, subject, action, which.described(), null, what);
  }

  private static String subscriber(String written) {
    if (written == null || written.isBlank()) {
      return null;
    }
    String digits = HomeNetwork.digits(written);
    return digits == null ? written.strip() : digits;
  }

  private static String number(String written) {
    if (written == null || written.isBlank()) {
      return null;
    }
    String digits = HomeNetwork.digits(written);
    if (digits == null) {
      throw new ChargingRefused(Reason.WRONG_NUMBER, written);
    }
    return digits;
  }

  private static String said(String subscriber, String destination) {
    return "subscriber " + subscriber + ", destination " + destination;
  }
}
