package com.asta.payments.rules;

import com.asta.common.Money;
import com.asta.payments.rules.StatementEntry.Party;
import com.asta.payments.rules.StatementFault.Reason;
import java.io.Reader;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads SWIFT MT940 statements field by field, with or without SWIFT's envelope, any number in a
 * file. Pages of one statement must join: the next opens with what the last closed with.
 */
public final class Mt940 implements StatementSource {
  private static final Pattern TAG = Pattern.compile(":(\\d{2}[A-Z]?):(.*)");
  private static final int LONGEST_FIELD = 50_000;

  private final TextLines lines;
  private final StatementContext context;
  private final EntryKeys keys = new EntryKeys();
  private final Deque<StatementPart> ready = new ArrayDeque<>();
  private final StringBuilder value = new StringBuilder();
  private String tag;
  private boolean ended;

  private String account = "";
  private String number = "";
  private StatementHeader open;
  private String closedNumber = "";
  private Money closed;
  private Mt940Line line;
  private int position;

  private Mt940(TextLines lines, StatementContext context) {
    this.lines = lines;
    this.context = context;
  }

  /** Begins to read. */
  public static Mt940 open(Reader in, StatementContext context) {
    return new Mt940(new TextLines(in), context);
  }

  @Override
  public Optional<StatementPart> next() {
    while (ready.isEmpty() && !ended) {
      advance();
    }
    return Optional.ofNullable(ready.poll());
  }

  private void advance() {
    String text = lines.next();
    if (text == null) {
      ended = true;
      endField();
      endStatement();
      return;
    }
    int envelope = text.lastIndexOf("{4:");
    String plain = envelope >= 0 ? text.substring(envelope + 3) : text;
    if (plain.equals("-") || plain.startsWith("-}")) {
      endField();
      return;
    }
    Matcher field = TAG.matcher(plain);
    if (field.matches()) {
      endField();
      tag = field.group(1);
      value.append(field.group(2));
    } else if (tag != null && !plain.isBlank()) {
      value.append('\n').append(plain);
    }
    if (value.length() > LONGEST_FIELD) {
      throw new StatementFault(Reason.TOO_LARGE, "line " + lines.number());
    }
  }

  private void endField() {
    if (tag == null) {
      return;
    }
    String name = tag;
    String told = value.toString();
    tag = null;
    value.setLength(0);
    switch (name) {
      case "20" -> endStatement();
      case "25", "25P" -> account = context.own().known(told).orElse(told.strip());
      case "28", "28C" -> number = told.strip();
      case "60F", "60M" -> begin(told);
      case "61" -> {
        endEntry("");
        line = Mt940Line.read(told, opened().opening().currency());
      }
      case "86" -> {
        if (line != null) {
          endEntry(told);
        }
      }
      case "62F", "62M" -> close(told);
      default -> {
        // available balances and the like
      }
    }
  }

  private void begin(String told) {
    endStatement();
    Mt940Line.Balance opening = Mt940Line.balance(told);
    String page = number.contains("/") ? number.substring(0, number.indexOf('/')) : number;
    String same = account + " " + page;
    if (closed != null && same.equals(closedNumber) && !closed.equals(opening.amount())) {
      throw new StatementFault(
          Reason.SUMS_DIFFER, number + ": " + closed + " ≠ " + opening.amount());
    }
    closedNumber = same;
    open =
        new StatementHeader(
            "MT940 " + opening.day() + " " + number, account, null, opening.amount(), null);
    keys.nextStatement();
    ready.add(open);
  }

  private void close(String told) {
    StatementHeader statement = opened();
    endEntry("");
    Money closing = Mt940Line.balance(told).amount();
    if (!closing.currency().equals(statement.opening().currency())) {
      throw new StatementFault(
          Reason.CURRENCY_MIXED, statement.statementId() + ": " + closing.currency());
    }
    ready.add(new StatementFooter(closing));
    closed = closing;
    open = null;
  }

  private StatementHeader opened() {
    if (open == null) {
      throw new StatementFault(Reason.BALANCE_MISSING, ":60F: before line " + (lines.number() + 1));
    }
    return open;
  }

  private void endStatement() {
    if (open != null) {
      throw new StatementFault(Reason.BALANCE_MISSING, open.statementId() + ": :62F:");
    }
  }

  private void endEntry(String told) {
    if (line == null) {
      return;
    }
    Mt940Line read = line;
    line = null;
    position++;
    Mt940Info info = Mt940Info.read(told.isEmpty() ? read.supplement() : told);
    String text = Texts.clean(info.text() + read.ownReference(" · "), Texts.LONGEST_TEXT);
    LocalDate booked = read.bookedOn();
    Money signed = read.raisesBalance() ? read.amount() : read.amount().negated();
    EntryKey key =
        keys.next(
            new EntryKeys.Told(
                open.account(),
                read.bankReference(),
                open.statementId() + "#" + position,
                "",
                booked,
                signed,
                info.account(),
                text));
    ready.add(
        new StatementEntry(
            position,
            open.statementId(),
            open.account(),
            key,
            info.returned() ? StatementEntry.Direction.REVERSAL : read.direction(),
            read.raisesBalance(),
            read.amount(),
            booked,
            read.valueOn(),
            new Party(info.name(), info.account()),
            read.raisesBalance() ? context.own().virtual().in(told + " " + text).orElse("") : "",
            text));
  }

  @Override
  public void close() {
    lines.close();
  }
}
