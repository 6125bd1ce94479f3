package com.asta.payments.rules;

import com.asta.common.Money;
import com.asta.payments.rules.StatementEntry.Direction;
import com.asta.payments.rules.StatementFault.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a whole file before anything is booked: every statement is of an own account, and its
 * opening balance and entries add up to its closing balance.
 */
public final class StatementCheck {
  private final Set<String> ownAccounts;
  private final List<StatementHeader> statements = new ArrayList<>();
  private Money balance;
  private int entries;

  private StatementCheck(Set<String> ownAccounts) {
    this.ownAccounts = ownAccounts;
  }

  /**
   * Checks all statements of a file.
   *
   * @param ownAccounts IBANs without spaces
   * @throws StatementFault at the first thing that is wrong
   */
  public static CheckedFile run(Camt053 file, Set<String> ownAccounts) {
    StatementCheck check = new StatementCheck(ownAccounts);
    Optional<StatementPart> part = file.next();
    while (part.isPresent()) {
      if (part.get() instanceof StatementHeader header) {
        check.begin(header);
      } else if (part.get() instanceof StatementEntry entry) {
        check.add(entry);
      }
      part = file.next();
    }
    return check.end();
  }

  private void begin(StatementHeader header) {
    closeLast();
    if (!ownAccounts.contains(header.account())) {
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
    if (entry.direction() != Direction.PENDING) {
      balance =
          entry.raisesBalance() ? balance.plus(entry.amount()) : balance.minus(entry.amount());
    }
  }

  private void closeLast() {
    if (statements.isEmpty()) {
      return;
    }
    StatementHeader last = statements.get(statements.size() - 1);
    if (!balance.equals(last.closing())) {
      throw new StatementFault(
          Reason.SUMS_DIFFER, last.statementId() + ": " + balance + " ≠ " + last.closing());
    }
  }

  private CheckedFile end() {
    if (statements.isEmpty()) {
      throw new StatementFault(Reason.NO_STATEMENT, "Stmt");
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
