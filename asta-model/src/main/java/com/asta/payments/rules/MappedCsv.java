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

/** Reads a table of entries by a {@link CsvMapping}; lines above its header are passed over. */
public final class MappedCsv implements StatementSource {
  private static final int DEEPEST_HEADER = 50;

  private final CsvLines rows;
  private final CsvMapping mapping;
  private final StatementContext context;
  private final DateTimeFormatter days;
  private final EntryKeys keys = new EntryKeys();
  private final Deque<StatementPart> ready = new ArrayDeque<>();
  private boolean begun;
  private String account;
  private int position;

  private MappedCsv(CsvLines rows, CsvMapping mapping, StatementContext context) {
    this.rows = rows;
    this.mapping = mapping;
    this.context = context;
    this.days = DateTimeFormatter.ofPattern(mapping.datePattern());
  }

  /** Begins to read. */
  public static MappedCsv open(Reader in, CsvMapping mapping, StatementContext context) {
    return new MappedCsv(
        new CsvLines(new TextLines(in), mapping.separator().charAt(0)), mapping, context);
  }

  @Override
  public Optional<StatementPart> next() {
    if (!begun) {
      begun = true;
      skipHeader();
    }
    if (ready.isEmpty()) {
      List<String> row = rows.next();
      if (row != null) {
        entry(row);
      }
    }
    return Optional.ofNullable(ready.poll());
  }

  private void skipHeader() {
    for (int i = 0; i < DEEPEST_HEADER; i++) {
      List<String> row = rows.next();
      if (row == null) {
        break;
      }
      String line = String.join("|", row).toLowerCase();
      if (line.equals(mapping.header())) {
        return;
      }
    }
    throw new StatementFault(Reason.NO_MAPPING, mapping.name());
  }

  private void entry(List<String> row) {
    String own = account(value(row, mapping.account()));
    String id = context.label() + " " + own;
    if (!own.equals(account)) {
      account = own;
      ready.add(new StatementHeader(id, own, null, null, null));
    }
    position++;
    LocalDate day = day(value(row, mapping.date()));
    Money signed = amount(row);
    String payer = Texts.clean(value(row, mapping.payerAccount()), Texts.LONGEST_NAME);
    String other = Iban.parse(payer).map(Iban::value).orElse(payer);
    String text = Texts.clean(value(row, mapping.text()), Texts.LONGEST_TEXT);
    String credited = value(row, mapping.account());
    boolean raises = !signed.isNegative();
    ready.add(
        new StatementEntry(
            position,
            id,
            own,
            keys.next(
                new EntryKeys.Told(
                    own, value(row, mapping.reference()), "", "", day, signed, other, text)),
            raises ? Direction.INCOMING : Direction.OUTGOING,
            raises,
            raises ? signed : signed.negated(),
            day,
            day,
            new Party(Texts.clean(value(row, mapping.payerName()), Texts.LONGEST_NAME), other),
            raises ? virtual(credited, text) : "",
            text));
  }

  private String virtual(String credited, String text) {
    return context.own().virtual().accountOf(credited).isPresent()
        ? Iban.parse(credited).map(Iban::value).orElse("")
        : context.own().virtual().in(text).orElse("");
  }

  private String account(String told) {
    if (told.isEmpty()) {
      return context.own().main();
    }
    return context
        .own()
        .credited(told)
        .orElseThrow(() -> new StatementFault(Reason.UNKNOWN_ACCOUNT, Texts.shortened(told)));
  }

  private LocalDate day(String text) {
    try {
      return LocalDate.parse(text, days);
    } catch (DateTimeException notADay) {
      throw bad("date", text);
    }
  }

  private Money amount(List<String> row) {
    BigDecimal in = decimal(value(row, mapping.amount()));
    BigDecimal out = mapping.debit() == 0 ? BigDecimal.ZERO : decimal(value(row, mapping.debit()));
    String told = value(row, mapping.currency());
    try {
      return Money.of(
          mapping.debit() == 0 ? in : in.abs().subtract(out.abs()),
          told.isEmpty() ? context.currency() : told.toUpperCase());
    } catch (IllegalArgumentException unknownCurrency) {
      throw bad("currency", told);
    }
  }

  private BigDecimal decimal(String told) {
    String plain = told.replaceAll("[\\s\\u00A0'A-Za-złŁ+]", "").replace('−', '-');
    String point =
        mapping.decimalComma() ? plain.replace(".", "").replace(',', '.') : plain.replace(",", "");
    if (point.isEmpty() && mapping.debit() > 0) {
      return BigDecimal.ZERO;
    }
    if (!point.matches("-?\\d{1,15}(\\.\\d{0,4})?")) {
      throw bad("amount", told);
    }
    return new BigDecimal(point);
  }

  private String value(List<String> row, int column) {
    if (column == 0) {
      return "";
    }
    if (column > row.size()) {
      throw bad("columns", String.valueOf(row.size()));
    }
    return row.get(column - 1);
  }

  private StatementFault bad(String what, String text) {
    return new StatementFault(
        Reason.BAD_VALUE, "line " + rows.number() + ", " + what + " = " + Texts.shortened(text));
  }

  @Override
  public void close() {
    rows.close();
  }
}
