package com.asta.billing.service;

import com.asta.common.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes amounts, days and quantities of an invoice in the buyer's language. */
public final class InvoiceFormat {
  private static final int SECONDS_A_MINUTE = 60;
  private static final BigDecimal MEGABYTE = BigDecimal.valueOf(1024L * 1024);

  private final DecimalFormat amount;
  private final DecimalFormat count;
  private final DateTimeFormatter day;

  InvoiceFormat(Locale locale) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
    amount = new DecimalFormat("#,##0.00###", symbols);
    count = new DecimalFormat("#,##0.##", symbols);
    day =
        DateTimeFormatter.ofPattern(
            "pl".equals(locale.getLanguage()) ? "dd.MM.yyyy" : "d MMM yyyy", locale);
  }

  /** The amount without its currency. */
  public String money(Money money) {
    return amount.format(money.displayAmount());
  }

  public String date(LocalDate date) {
    return day.format(date);
  }

  /** First and last day of service. */
  public String span(InvoiceLine line) {
    return line.isOneDay()
        ? date(line.periodStart())
        : date(line.periodStart()) + " – " + date(line.lastDay());
  }

  /**
   * Time as minutes and seconds, volume in MB, the rest as a number; 1 where nothing is measured.
   */
  public String quantity(InvoiceLine line) {
    if (line.quantity() == null) {
      return "1";
    }
    if ("s".equals(line.unit())) {
      long seconds = line.quantity().longValue();
      return count.format(seconds / SECONDS_A_MINUTE)
          + String.format(":%02d min", seconds % SECONDS_A_MINUTE);
    }
    if ("octet".equals(line.unit())) {
      return count.format(line.quantity().divide(MEGABYTE, 2, RoundingMode.HALF_UP)) + " MB";
    }
    return count.format(line.quantity());
  }
}
