package com.asta.payments.rules;

import com.asta.common.Money;
import com.asta.payments.rules.StatementEntry.Direction;
import com.asta.payments.rules.StatementFault.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a whole file before anything is booked: every statement is of an own account, and its
 * opening balance and entries add up to its closing balance.
 */
public final class StatementCheck {
  private final OwnAccounts own;
  private final List<StatementHeader> statements = new ArrayList<>();
  private final LocalDate openFrom;
  private Money balance;
  private int entries;

  private StatementCheck(OwnAccounts own, LocalDate openFrom) {
    this.own = own;
    this.openFrom = openFrom;
  }

  /**
   * Checks all statements of a file.
   *
   * @param openFrom the first day that may be booked on, null for any
   * @throws StatementFault at the first thing that is wrong
   */
  public static CheckedFile run(StatementSource file, OwnAccounts own, LocalDate openFrom) {
    StatementCheck check = new StatementCheck(own, openFrom);
    Optional<StatementPart> part = file.next();
    while (part.isPresent()) {
      if (part.get() instanceof StatementHeader header) {
        check.begin(header);
      } else if (part.get() instanceof StatementEntry entry) {
        check.add(entry);
      } else if (part.get() instanceof StatementFooter footer) {
        check.close(footer);
      }
      part = file.next();
    }
    return check.end();
  }

  private void begin(StatementHeader header) {
    closeLast();
    if (own.known(header.account()).isEmpty()) {
      throw new StatementFault(Reason.UNKNOWN_ACCOUNT, header.account());
    }
    boolean repeated =
        statements.stream()
            .anyMatch(
                each ->
                    each.statementId().equals(header.statementId())
                        && each.account().equals(header.account()));
    if (repeated) {
      throw new StatementFault(Reason.DUPLICATE_STATEMENT, header.statementId());
    }
    statements.add(header);
    balance = header.opening();
  }

  private void add(StatementEntry entry) {
    entries++;
    if (entry.direction() == Direction.PENDING) {
      return;
    }
    if (openFrom != null && entry.bookedOn().isBefore(openFrom)) {
      throw new StatementFault(Reason.PERIOD_CLOSED, entry.bookedOn() + ", " + entry.reference());
    }
    if (balance != null) {
      balance = balance.plus(entry.signed());
    }
  }

  private void close(StatementFooter footer) {
    int last = statements.size() - 1;
    statements.set(last, statements.get(last).closedBy(footer.closing()));
  }

  private void closeLast() {
    if (statements.isEmpty()) {
      return;
    }
    StatementHeader last = statements.get(statements.size() - 1);
    if (last.opening() != null && last.closing() == null) {
      throw new StatementFault(Reason.BALANCE_MISSING, last.statementId());
    }
    if (balance != null && !balance.equals(last.closing())) {
      throw new StatementFault(
          Reason.SUMS_DIFFER, last.statementId() + ": " + balance + " ≠ " + last.closing());
    }
  }

  private CheckedFile end() {
    if (statements.isEmpty()) {
      throw new StatementFault(Reason.NO_STATEMENT, "");
    }
    closeLast();
    return new CheckedFile(statements, entries);
  }

  /**
   * A file that may be booked.
   *
   * @param entries number of transactions in all statements
   */
  public record CheckedFile(List<StatementHeader> statements, int entries) {
    public CheckedFile {
      statements = List.copyOf(statements);
    }
  }
}
