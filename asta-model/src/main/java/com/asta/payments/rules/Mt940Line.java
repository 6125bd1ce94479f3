package com.asta.payments.rules;

import com.asta.common.Money;
import com.asta.payments.rules.StatementEntry.Direction;
import com.asta.payments.rules.StatementFault.Reason;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Field 61 of an MT940: one entry without its text.
 *
 * @param reference of the payer; may be empty
 * @param bankReference of the bank; empty if it says nothing
 * @param supplement the second line, used where field 86 is missing
 */
record Mt940Line(
    LocalDate valueOn,
    LocalDate bookedOn,
    Direction direction,
    boolean raisesBalance,
    Money amount,
    String reference,
    String bankReference,
    String supplement) {
  private static final Pattern ENTRY =
      Pattern.compile(
          "(\\d{6})(\\d{4})?(RC|RD|EC|ED|C|D)([A-Z])?\\s?([\\d.,]{1,20})"
              + "([A-Z])([A-Z0-9 ]{3})((?:(?!//)[^\\n])*)(?://([^\\n]*))?(?:\\n(.*))?",
          Pattern.DOTALL);
  private static final Pattern BALANCE = Pattern.compile("([CD])(\\d{6})([A-Z]{3})([\\d.,]{1,20})");
  private static final Set<String> CHARGES = Set.of("CHG", "COM", "BRF");
  private static final Set<String> NOTHING = Set.of("NONREF", "NOTPROVIDED", "N", "");
  private static final int SHORTEST_REFERENCE = 8;
  private static final int CENTURY = 80;

  /** A balance with its day; negative when the mark is D. */
  record Balance(LocalDate day, Money amount) {}

  static Balance balance(String told) {
    Matcher found = BALANCE.matcher(told.strip());
    if (!found.matches()) {
      throw bad("balance", told);
    }
    Money amount = amount(found.group(4), found.group(3));
    return new Balance(day(found.group(2)), found.group(1).equals("D") ? amount.negated() : amount);
  }

  static Mt940Line read(String told, String currency) {
    Matcher found = ENTRY.matcher(told.strip());
    if (!found.matches()) {
      throw bad(":61:", told);
    }
    LocalDate value = day(found.group(1));
    LocalDate booked = found.group(2) == null ? value : entryDay(found.group(2), value);
    String mark = found.group(3);
    String type = found.group(7).strip();
    String bank = Texts.clean(found.group(9), 40);
    return new Mt940Line(
        value,
        booked,
        direction(mark, type),
        mark.equals("C") || mark.equals("RD") || mark.equals("EC"),
        amount(found.group(5), currency),
        Texts.clean(found.group(8), 40),
        // A short number counts within a day only.
        bank.length() < SHORTEST_REFERENCE && !NOTHING.contains(bank) ? booked + "/" + bank : bank,
        found.group(10) == null ? "" : found.group(10));
  }

  /** The payer's reference behind a separator; empty if it says nothing. */
  String ownReference(String separator) {
    return NOTHING.contains(reference) ? "" : separator + reference;
  }

  @Override
  public String bankReference() {
    return NOTHING.contains(bankReference) ? "" : bankReference;
  }

  private static Direction direction(String mark, String type) {
    if (mark.startsWith("E")) {
      return Direction.PENDING;
    }
    if (mark.startsWith("R") || type.equals("RTI")) {
      return Direction.REVERSAL;
    }
    if (mark.equals("C")) {
      return Direction.INCOMING;
    }
    return CHARGES.contains(type) ? Direction.CHARGE : Direction.OUTGOING;
  }

  private static LocalDate entryDay(String monthAndDay, LocalDate value) {
    int month = Integer.parseInt(monthAndDay.substring(0, 2));
    int year = value.getYear();
    if (month == 12 && value.getMonthValue() == 1) {
      year--;
    } else if (month == 1 && value.getMonthValue() == 12) {
      year++;
    }
    try {
      return LocalDate.of(year, month, Integer.parseInt(monthAndDay.substring(2)));
    } catch (DateTimeException notADay) {
      throw bad("date", monthAndDay);
    }
  }

  private static LocalDate day(String digits) {
    int year = Integer.parseInt(digits.substring(0, 2));
    try {
      return LocalDate.of(
          year < CENTURY ? 2000 + year : 1900 + year,
          Integer.parseInt(digits.substring(2, 4)),
          Integer.parseInt(digits.substring(4)));
    } catch (DateTimeException notADay) {
      throw bad("date", digits);
    }
  }

  private static Money amount(String told, String currency) {
    String plain = told.replace(".", "").replace(',', '.');
    if (!plain.matches("\\d{1,15}(\\.\\d{0,4})?")) {
      throw bad("amount", told);
    }
    try {
      return Money.of(new BigDecimal(plain), currency);
    } catch (IllegalArgumentException unknownCurrency) {
      throw bad("currency", currency);
    }
  }

  private static StatementFault bad(String what, String told) {
    return new StatementFault(Reason.BAD_VALUE, what + " = " + Texts.shortened(told));
  }
}
