package com.asta.payments.service;

import com.asta.common.OperatorZone;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.ImportFiles;
import com.asta.common.service.Roles;
import com.asta.common.service.Suspense;
import com.asta.payments.rules.StatementFault;
import com.asta.payments.rules.StatementFault.Reason;
import com.asta.payments.rules.StatusPart;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes the bank's answers to direct debits and refunds in, pain.002. A report is read whole before
 * anything is changed; then its statuses are applied in chunks. What was known stays as it is, what
 * cannot be applied goes to suspense with its reason.
 */
@Stateless
@RolesAllowed({Roles.CASHIER, Roles.BILLING, Roles.OPERATOR, Roles.ADMIN, Roles.SYSTEM})
public class StatusReportImport {
  /** Kind of the import files, and name of the folder they are dropped into. */
  public static final String KIND = "payment-status";

  private static final String SUBSYSTEM = "payments";

  @Inject private StatusReports reports;
  @Inject private StatusRecording recording;
  @Inject private ImportFiles files;
  @Inject private Suspense suspense;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * Remembers a file that was handed in; again it changes nothing. Commits by itself, so that the
   * job started next finds it.
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void arrived(long fileId) {
    reports.arrived(fileId, files.file(fileId).name(), clock.instant(), user.name());
  }

  /** Remembers which job execution imports the file. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void startedAs(long fileId, long executionId) {
    reports.startedAs(fileId, executionId);
  }

  /**
   * Reads the whole file and either lets it be applied or refuses it with a reason.
   *
   * @return true if it may be applied
   */
  public boolean check(long fileId) {
    arrived(fileId);
    try {
      checkWhole(fileId);
      return true;
    } catch (StatementFault fault) {
      reports.refuse(fileId, fault.reason(), fault.detail(), clock.instant());
      suspense.add(
          SUBSYSTEM, report(fileId).name(), null, fault.reason().name(), fault.detail(), null);
      return false;
    }
  }

  private void checkWhole(long fileId) {
    int parts = 0;
    String about = "";
    try (OpenReport report = read(fileId)) {
      Optional<StatusPart> part = report.next();
      while (part.isPresent()) {
        parts++;
        if (part.get() instanceof StatusPart.Original original) {
          recording.requireSums(original);
          about = original.message();
        }
        part = report.next();
      }
      if (parts == 0 || report.messageId().isEmpty()) {
        throw new StatementFault(Reason.NO_STATUS, report.messageId());
      }
      if (!reports.begin(fileId, report.messageId(), about, parts)) {
        throw new StatementFault(Reason.DUPLICATE_REPORT, report.messageId());
      }
    }
  }

  /** Applies parts of a checked report. */
  public ImportTally apply(long fileId, List<StatusPart> parts) {
    StatusReportRow report = report(fileId);
    LocalDate today = OperatorZone.dayOf(clock.instant());
    StatusRecording.Tally tally = recording.apply(parts, today);
    List<Suspense.Entry> entries = new ArrayList<>();
    for (StatusRecording.Unapplied each : tally.unapplied()) {
      entries.add(
          new Suspense.Entry(
              String.valueOf(each.part().position()), each.reason(), each.detail(), null));
    }
    suspense.addAll(SUBSYSTEM, report.name(), entries);
    reports.count(fileId, tally.changed(), tally.known(), entries.size());
    return new ImportTally(parts.size() - entries.size(), entries.size());
  }

  /** Marks the report as done. */
  public void finish(long fileId) {
    reports.finish(fileId, clock.instant());
  }

  /** The parts of a report; the caller closes. */
  public OpenReport read(long fileId) {
    try {
      return new OpenReport(
          new BufferedInputStream(Files.newInputStream(files.file(fileId).path()), 1 << 16));
    } catch (IOException e) {
      throw new UncheckedIOException("Status report " + fileId, e);
    }
  }

  /** Reports handed in, newest first. */
  public List<StatusReportRow> list(int offset, int limit) {
    return reports.list(offset, limit);
  }

  /**
   * One report.
   *
   * @throws PaymentsRefused NO_SUCH_FILE
   */
  public StatusReportRow report(long fileId) {
    return reports
        .find(fileId)
        .orElseThrow(() -> new PaymentsRefused(PaymentsRefused.Reason.NO_SUCH_FILE, fileId));
  }
}
