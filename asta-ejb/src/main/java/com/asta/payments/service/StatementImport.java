package com.asta.payments.service;

import com.asta.common.service.CurrentUser;
import com.asta.common.service.ImportFiles;
import com.asta.common.service.Operator;
import com.asta.common.service.OperatorProfile;
import com.asta.common.service.Outbox;
import com.asta.common.service.Roles;
import com.asta.common.service.Suspense;
import com.asta.common.service.SystemCaller;
import com.asta.payments.model.BankStatement;
import com.asta.payments.model.StatementFile;
import com.asta.payments.rules.CsvMapping;
import com.asta.payments.rules.MappedCsv;
import com.asta.payments.rules.StatementCheck;
import com.asta.payments.rules.StatementCheck.CheckedFile;
import com.asta.payments.rules.StatementContext;
import com.asta.payments.rules.StatementEntry;
import com.asta.payments.rules.StatementFault;
import com.asta.payments.rules.StatementFault.Reason;
import com.asta.payments.rules.StatementFormat;
import com.asta.payments.rules.StatementHeader;
import com.asta.payments.rules.StatementKind;
import com.asta.payments.rules.StatementPart;
import com.asta.payments.rules.StatementSource;
import com.asta.payments.service.ChunkRecording.Outcome;
import com.asta.payments.service.ChunkRecording.Share;
import com.asta.payments.service.FreshEntries.Rejected;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes bank statements in. A file is read whole before anything is booked; then its entries are
 * recorded in chunks, each payment first and its allocation with it.
 */
@Stateless
@RolesAllowed({Roles.CASHIER, Roles.BILLING, Roles.OPERATOR, Roles.ADMIN, Roles.SYSTEM})
public class StatementImport {
  /** Kind of the import files, and name of the folder they are dropped into. */
  public static final String KIND = "statements";

  private static final String SUBSYSTEM = "payments";
  private static final int PREVIEW_LINES = 60;

  /** How a file is begun. */
  private interface Opening {
    StatementSource open(StatementKind kind, InputStream in, StatementContext context);
  }

  @Inject private Statements statements;
  @Inject private ChunkRecording recording;
  @Inject private StatementLane lane;
  @Inject private Lanes lanes;
  @Inject private SystemCaller system;
  @Inject private BankEntries bank;
  @Inject private PaymentPolicies policies;
  @Inject private AccountingPeriods periods;
  @Inject private ImportFiles files;
  @Inject private Suspense suspense;
  @Inject private Outbox outbox;
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
    try {
      recognise(fileId);
      CheckedFile checked;
      try (StatementSource source = read(fileId, StatementKind::openSums)) {
        checked =
            StatementCheck.run(source, policies.policy().own(), periods.openFrom().orElse(null));
      }
      for (StatementHeader header : checked.statements()) {
        take(header, fileId);
      }
      file.begin(checked.entries());
      return true;
    } catch (StatementFault fault) {
      file.refuse(fault.reason(), fault.detail(), clock.instant());
      suspense.add(SUBSYSTEM, file.getName(), null, fault.reason().name(), fault.detail(), null);
      return false;
    }
  }

  /**
   * Records entries of a checked file: incoming payments are matched and settle debts, returns undo
   * their payments, the rest is booked as what it is. What was told before, in whatever format, is
   * not recorded again; what cannot be explained goes to suspense.
   */
  public ImportTally record(long fileId, List<StatementEntry> entries) {
    StatementFormat format = statements.format(fileId);
    Share share = recording.match(fileId, format, entries);
    Outcome outcome = recording.record(fileId, format, share.entries(), share.matches());
    return tally(fileId, entries.size(), List.of(share), List.of(outcome));
  }

  /**
   * As {@link #record}, side by side in transactions of their own. The caller's transaction keeps
   * only what was left out; if it fails, the same entries may be recorded again.
   */
  @RolesAllowed({Roles.ADMIN, Roles.SYSTEM})
  public ImportTally recordInLanes(long fileId, List<StatementEntry> entries) {
    StatementFormat format = statements.format(fileId);
    int half = (entries.size() + 1) / 2;
    List<Share> shares =
        lanes.each(
            List.of(entries.subList(0, half), entries.subList(half, entries.size())),
            some -> system.call(() -> lane.match(fileId, format, some)));
    Share together = together(shares);
    List<Outcome> outcomes =
        lanes.each(
            recording.lanes(together),
            some ->
                system.call(
                    () ->
                        Collisions.again(
                            () -> lane.record(fileId, format, some, together.matches()))));
    return tally(fileId, entries.size(), shares, outcomes);
  }

  private static Share together(List<Share> shares) {
    Share all = new Share(new ArrayList<>(), new HashMap<>(), List.of());
    for (Share each : shares) {
      all.entries().addAll(each.entries());
      all.matches().putAll(each.matches());
    }
    return all;
  }

  private ImportTally tally(long fileId, int entries, List<Share> shares, List<Outcome> outcomes) {
    List<Rejected> rejected = new ArrayList<>();
    shares.forEach(each -> rejected.addAll(each.rejected()));
    outcomes.forEach(each -> rejected.addAll(each.rejected()));
    int duplicates = outcomes.stream().mapToInt(Outcome::duplicates).sum();
    statements.duplicates(fileId, duplicates);
    recording.suspend(fileId, rejected);
    int lost = rejected.size() + duplicates;
    return new ImportTally(entries - lost, lost);
  }

  /** Marks the file as done; what it told of leaves now. */
  public void finish(long fileId) {
    statements.file(fileId).finish(clock.instant());
    outbox.wake();
  }

  /**
   * Lets a refused file be imported again: its mapping was made, its account added, its period
   * opened.
   *
   * @throws PaymentsRefused FILE_NOT_REFUSED
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void retry(long fileId) {
    StatementFile file = statements.file(fileId);
    if (file.getState() != StatementFile.State.REFUSED) {
      throw new PaymentsRefused(PaymentsRefused.Reason.FILE_NOT_REFUSED, file.getName());
    }
    file.retry();
  }

  /** The entries of a file that was recognised; the caller closes. */
  public StatementSource read(long fileId) {
    return read(fileId, StatementKind::open);
  }

  private StatementSource read(long fileId, Opening opening) {
    Statements.Recognised file =
        statements
            .recognised(fileId)
            .orElseThrow(() -> new PaymentsRefused(PaymentsRefused.Reason.NO_SUCH_FILE, fileId));
    StatementKind kind =
        new StatementKind(
            file.format(),
            file.charset(),
            file.mappingId() == null ? null : policies.mappings().get(file.mappingId()));
    Operator operator = operators.operator();
    StatementContext context =
        new StatementContext(policies.policy().own(), "F" + fileId, operator.currency());
    InputStream in = open(fileId);
    return new OpenStatement(in, opening.open(kind, in, context));
  }

  /** How many entries a checked file has. */
  public int entries(long fileId) {
    return statements.entries(fileId);
  }

  /** What a file brought besides payments. */
  public List<BankEntryRow> besidesPayments(long fileId, int limit) {
    return bank.besidesPayments(fileId, limit);
  }

  /** The beginning of a file as text, to map its columns by. */
  public List<String> head(long fileId, int lines) {
    try (InputStream in = open(fileId);
        InputStream again = open(fileId)) {
      return StatementKind.head(in, again, lines);
    } catch (IOException e) {
      throw new UncheckedIOException("Statement file " + fileId, e);
    }
  }

  /** The first entries of a file as a mapping would read them, or what is wrong with it. */
  public TablePreview preview(long fileId, CsvMapping mapping, int entries) {
    List<StatementEntry> read = new ArrayList<>();
    StatementContext context =
        new StatementContext(
            policies.policy().own(), "F" + fileId, operators.operator().currency());
    String head = String.join("\n", head(fileId, PREVIEW_LINES)) + "\n";
    try (StatementSource source = MappedCsv.open(new StringReader(head), mapping, context)) {
      Optional<StatementPart> part = source.next();
      while (part.isPresent() && read.size() < entries) {
        if (part.get() instanceof StatementEntry entry) {
          read.add(entry);
        }
        part = source.next();
      }
      return new TablePreview(read, null, null);
    } catch (StatementFault fault) {
      return new TablePreview(read, fault.reason(), fault.detail());
    } catch (IllegalArgumentException pattern) {
      return new TablePreview(read, Reason.BAD_VALUE, mapping.datePattern());
    }
  }

  private void recognise(long fileId) {
    Map<Long, CsvMapping> mappings = policies.mappings();
    try (InputStream in = open(fileId)) {
      StatementKind kind = StatementKind.of(in, mappings.values());
      Long mappingId =
          mappings.entrySet().stream()
              .filter(each -> each.getValue().equals(kind.mapping()))
              .map(Map.Entry::getKey)
              .findFirst()
              .orElse(null);
      statements.recognised(fileId, kind.format(), kind.charset().name(), mappingId);
    } catch (IOException e) {
      throw new UncheckedIOException("Statement file " + fileId, e);
    }
  }

  private InputStream open(long fileId) {
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
}
