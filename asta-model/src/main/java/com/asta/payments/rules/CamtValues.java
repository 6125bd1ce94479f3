package com.asta.payments.rules;

import com.asta.common.Money;
import com.asta.payments.rules.StatementFault.Reason;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Amounts and dates of ISO 20022, or the fault that names the element. */
final class CamtValues {
  private static final int LONGEST_AMOUNT = 20;
  private static final int DATE_LENGTH = 10;

  private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}(\\.\\d{0,5})?");

  private CamtValues() {}

  static Money amount(Optional<XmlBranch> element, String name) {
    String text = element.map(XmlBranch::text).orElse("");
    String currency = element.map(XmlBranch::currency).orElse("");
    if (text.length() > LONGEST_AMOUNT || !AMOUNT.matcher(text).matches()) {
      throw new StatementFault(Reason.BAD_VALUE, name + " = " + shortened(text));
    }
    try {
      return Money.of(new BigDecimal(text), currency);
    } catch (IllegalArgumentException unknownCurrency) {
      throw new StatementFault(Reason.BAD_VALUE, name + " Ccy = " + shortened(currency));
    }
  }

  /** The day of {@code Dt} or {@code DtTm} below the element. */
  static LocalDate day(Optional<XmlBranch> element, String name) {
    String text = element.map(CamtValues::dayText).orElse("");
    try {
      return day(text.substring(0, Math.min(DATE_LENGTH, text.length())));
    } catch (DateTimeException notADay) {
      throw new StatementFault(Reason.BAD_VALUE, name + " = " + shortened(text));
    }
  }

  /** Almost every day a bank tells has this form, and reading it so is ten times faster. */
  private static LocalDate day(String text) {
    if (text.length() != DATE_LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return LocalDate.parse(text);
    }
    for (int i = 0; i < DATE_LENGTH; i++) {
      if (i != 4 && i != 7 && (text.charAt(i) < '0' || text.charAt(i) > '9')) {
        return LocalDate.parse(text);
      }
    }
    return LocalDate.of(
        Integer.parseInt(text, 0, 4, 10),
        Integer.parseInt(text, 5, 7, 10),
        Integer.parseInt(text, 8, DATE_LENGTH, 10));
  }

  private static String dayText(XmlBranch element) {
    String day = element.textAt("Dt");
    return day.isEmpty() ? element.textAt("DtTm") : day;
  }

  private static String shortened(String text) {
    return text.length() > LONGEST_AMOUNT ? text.substring(0, LONGEST_AMOUNT) + "…" : text;
  }
}
