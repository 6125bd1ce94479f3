package com.asta.payments.rules;

import com.asta.common.Iban;
import com.asta.common.Money;
import com.asta.payments.rules.StatementEntry.Direction;
import com.asta.payments.rules.StatementEntry.Party;
import com.asta.payments.rules.StatementFault.Reason;
import java.io.Reader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Reads Elixir-0, the Polish clearing house's transfers as banks report mass payments: a line each,
 * fields by position, amounts in grosz, no balances. The credited account tells whose the money is.
 */
public final class Elixir0 implements StatementSource {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
  private static final int FEWEST_FIELDS = 12;
  private static final int CODE = 0;
  private static final int DATE = 1;
  private static final int AMOUNT = 2;
  private static final int DEBITED = 5;
  private static final int CREDITED = 6;
  private static final int PAYER = 7;
  private static final int TITLE = 11;
  private static final int REFERENCE = 16;

  private final CsvLines rows;
  private final StatementContext context;
  private final EntryKeys keys = new EntryKeys();
  private final Deque<StatementPart> ready = new ArrayDeque<>();
  private String account;
  private int position;

  private Elixir0(CsvLines rows, StatementContext context) {
    this.rows = rows;
    this.context = context;
  }

  /** Begins to read. */
  public static Elixir0 open(Reader in, StatementContext context) {
    return new Elixir0(new CsvLines(new TextLines(in), ','), context);
  }

  @Override
  public Optional<StatementPart> next() {
    if (ready.isEmpty()) {
      List<String> row = rows.next();
      if (row != null) {
        transfer(row);
      }
    }
    return Optional.ofNullable(ready.poll());
  }

  private void transfer(List<String> row) {
    if (row.size() < FEWEST_FIELDS) {
      throw bad("fields", String.valueOf(row.size()));
    }
    String credited = row.get(CREDITED);
    String own =
        context
            .own()
            .credited(credited)
            .orElseThrow(
                () -> new StatementFault(Reason.UNKNOWN_ACCOUNT, Texts.shortened(credited)));
    if (!own.equals(account)) {
      account = own;
      ready.add(new StatementHeader(context.label() + " " + own, own, null, null, null));
    }
    position++;
    LocalDate day = day(row.get(DATE));
    Money amount = amount(row.get(AMOUNT));
    String payer = iban(row.get(DEBITED));
    String text = Texts.clean(row.get(TITLE).replace('|', ' '), Texts.LONGEST_TEXT);
    String reference = row.size() > REFERENCE ? row.get(REFERENCE) : "";
    ready.add(
        new StatementEntry(
            position,
            context.label() + " " + own,
            own,
            keys.next(new EntryKeys.Told(own, reference, "", "", day, amount, payer, text)),
            // 1xx are credit transfers; anything else is for a person.
            row.get(CODE).startsWith("1") ? Direction.INCOMING : Direction.PENDING,
            true,
            amount,
            day,
            day,
            new Party(Texts.clean(row.get(PAYER).replace('|', ' '), Texts.LONGEST_NAME), payer),
            context.own().virtual().accountOf(credited).isPresent() ? iban(credited) : "",
            text));
  }

  private LocalDate day(String text) {
    try {
      return LocalDate.parse(text, DAY);
    } catch (DateTimeException notADay) {
      throw bad("date", text);
    }
  }

  private Money amount(String grosz) {
    if (!grosz.matches("\\d{1,15}")) {
      throw bad("amount", grosz);
    }
    return Money.of(new BigDecimal(grosz).movePointLeft(2), "PLN");
  }

  private static String iban(String number) {
    return Iban.parse(number)
        .map(Iban::value)
        .orElseGet(() -> Texts.clean(number, Texts.LONGEST_NAME));
  }

  private StatementFault bad(String what, String text) {
    return new StatementFault(
        Reason.BAD_VALUE, "line " + rows.number() + ", " + what + " = " + Texts.shortened(text));
  }

  /** True if the line looks like one of these. */
  static boolean is(String line) {
    return line.matches("\\d{3},\\d{8},[^,]*,\\d{8},\\d*,\"?[ \\d]{26,34}\"?,.*");
  }

  @Override
  public void close() {
    rows.close();
  }
}
