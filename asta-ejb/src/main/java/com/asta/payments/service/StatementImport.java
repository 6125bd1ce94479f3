package com.asta.payments.service;

import com.asta.common.Iban;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.ImportFiles;
import com.asta.common.service.OperatorProfile;
import com.asta.common.service.Roles;
import com.asta.common.service.Suspense;
import com.asta.payments.model.BankStatement;
import com.asta.payments.model.StatementFile;
import com.asta.payments.rules.Camt053;
import com.asta.payments.rules.StatementCheck;
import com.asta.payments.rules.StatementCheck.CheckedFile;
import com.asta.payments.rules.StatementEntry;
import com.asta.payments.rules.StatementFault;
import com.asta.payments.rules.StatementFault.Reason;
import com.asta.payments.rules.StatementHeader;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Takes bank statements in. A file is read whole before anything is booked; then its entries are
 * recorded in chunks, each payment first and its allocation with it.
 */
@Stateless
@RolesAllowed({Roles.CASHIER, Roles.BILLING, Roles.OPERATOR, Roles.ADMIN, Roles.SYSTEM})
public class StatementImport {
  /** Kind of the import files, and name of the folder they are dropped into. */
  public static final String KIND = "camt053";

  private static final String SUBSYSTEM = "payments";

  @Inject private Statements statements;
  @Inject private EntryRecording recording;
  @Inject private ImportFiles files;
  @Inject private Suspense suspense;
  @Inject private OperatorProfile operators;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * Remembers a file that was handed in; again it changes nothing. Commits by itself, so that the
   * job started next finds it.
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void arrived(long fileId) {
    statements.arrived(fileId, files.file(fileId).name(), clock.instant(), user.name());
  }

  /** Remembers which job execution imports the file. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void startedAs(long fileId, long executionId) {
    statements.startedAs(fileId, executionId);
  }

  /**
   * Reads the whole file and either opens its statements for booking or refuses it with a reason.
   *
   * @return true if it may be booked
   */
  public boolean check(long fileId) {
    arrived(fileId);
    StatementFile file = statements.file(fileId);
    try (InputStream in = open(fileId);
        Camt053 camt = Camt053.open(in)) {
      CheckedFile checked = StatementCheck.run(camt, ownAccounts());
      for (StatementHeader header : checked.statements()) {
        take(header, fileId);
      }
      file.begin(checked.entries());
      return true;
    } catch (StatementFault fault) {
      file.refuse(fault.reason(), fault.detail(), clock.instant());
      suspense.add(SUBSYSTEM, file.getName(), null, fault.reason().name(), fault.detail(), null);
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("Statement file " + fileId, e);
    }
  }

  /**
   * Records entries of a checked file: incoming payments are matched and settle debts, all else
   * goes to suspense. What is recorded already is not recorded again.
   */
  public ImportTally record(long fileId, List<StatementEntry> entries) {
    StatementFile file = statements.file(fileId);
    List<EntryRecording.Rejected> rejected =
        new ArrayList<>(recording.record(fileId, entries, statements.idsOf(fileId)));
    rejected.sort(Comparator.comparingInt(each -> each.entry().position()));
    for (EntryRecording.Rejected each : rejected) {
      StatementEntry entry = each.entry();
      suspense.add(
          SUBSYSTEM,
          file.getName(),
          String.valueOf(entry.position()),
          each.reason(),
          entry.reference() + " · " + entry.amount(),
          entry.bookedOn() + " " + entry.payer().name() + " " + entry.text());
    }
    return new ImportTally(entries.size() - rejected.size(), rejected.size());
  }

  /** Marks the file as done. */
  public void finish(long fileId) {
    statements.file(fileId).finish(clock.instant());
  }

  /** The stored content of a file; the caller closes it. */
  public InputStream open(long fileId) {
    try {
      return new BufferedInputStream(Files.newInputStream(files.file(fileId).path()), 1 << 16);
    } catch (IOException e) {
      throw new UncheckedIOException("Statement file " + fileId, e);
    }
  }

  /** Files handed in, newest first. */
  public List<StatementFileRow> list(int offset, int limit) {
    return statements.files(offset, limit);
  }

  /**
   * One file.
   *
   * @throws PaymentsRefused NO_SUCH_FILE
   */
  public StatementFileRow file(long fileId) {
    return statements
        .fileRow(fileId)
        .orElseThrow(() -> new PaymentsRefused(PaymentsRefused.Reason.NO_SUCH_FILE, fileId));
  }

  /** The statements a file brought. */
  public List<StatementRow> statementsOf(long fileId) {
    return statements.statementsOf(fileId);
  }

  private void take(StatementHeader header, long fileId) {
    Long before = statements.broughtBy(header).orElse(null);
    if (before == null) {
      statements.add(new BankStatement(header, fileId, clock.instant()));
    } else if (before != fileId) {
      throw new StatementFault(Reason.DUPLICATE_STATEMENT, header.statementId());
    }
  }

  private Set<String> ownAccounts() {
    String own = operators.operator().iban();
    return Set.of(Iban.parse(own).map(Iban::value).orElse(own));
  }
}
