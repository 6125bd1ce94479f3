package com.asta.billing.service;

import com.asta.charging.service.UsageRecord;
import com.asta.common.Money;
import com.asta.common.Msisdn;
import com.asta.common.OperatorZone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes amounts, days and quantities of an invoice in the buyer's language. */
public final class InvoiceFormat {
  private static final char MINUS = '−';
  private static final int SECONDS_A_MINUTE = 60;
  private static final BigDecimal MEGABYTE = BigDecimal.valueOf(1024L * 1024);

  private final DecimalFormat amount;
  private final DecimalFormat count;
  private final DecimalFormat part;
  private final DateTimeFormatter day;
  private final DateTimeFormatter moment;

  InvoiceFormat(Locale locale) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
    symbols.setMinusSign(MINUS);
    amount = new DecimalFormat("#,##0.00###", symbols);
    count = new DecimalFormat("#,##0.##", symbols);
    part = new DecimalFormat("#,##0.####", symbols);
    day =
        DateTimeFormatter.ofPattern(
            "pl".equals(locale.getLanguage()) ? "dd.MM.yyyy" : "d MMM yyyy", locale);
    moment = DateTimeFormatter.ofPattern("dd.MM HH:mm:ss");
  }

  /** The amount without its currency. */
  public String money(Money money) {
    return amount.format(money.displayAmount());
  }

  public String date(LocalDate date) {
    return day.format(date);
  }

  /** The amount without a sign, for what a credit note gives back. */
  public String absolute(Money money) {
    return amount.format(money.displayAmount().abs());
  }

  public String dateTime(Instant at) {
    return moment.format(at.atZone(OperatorZone.ID));
  }

  /** The size of one event: time, volume or a number. */
  public String units(UsageRecord event) {
    return switch (event.service()) {
      case VOICE -> time(event.units());
      case DATA -> megabytes(BigDecimal.valueOf(event.units()));
      default -> count.format(event.units());
    };
  }

  /** A number as people read it; E.164 digits with or without the plus. */
  public String phone(String number) {
    if (number.isEmpty() || !number.matches("\\+?\\d{7,15}")) {
      return number;
    }
    return Msisdn.parse(number.startsWith("+") ? number : "+" + number, "PL")
        .map(Msisdn::spaced)
        .orElse(number);
  }

  /** First and last day of service. */
  public String span(InvoiceLine line) {
    return line.isOneDay()
        ? date(line.periodStart())
        : date(line.periodStart()) + " – " + date(line.lastDay());
  }

  /**
   * Time as minutes and seconds, volume in MB, the rest as a number; empty for what only takes off
   * from other lines.
   */
  public String quantity(InvoiceLine line) {
    if (line.quantity() != null) {
      return quantity(line.quantity(), line.unit());
    }
    return line.price() == null ? "" : part.format(line.price().quantity());
  }

  /** Net price of one, with what it is the price of; empty where the line has none. */
  public String price(InvoiceLine line) {
    if (line.price() == null) {
      return "";
    }
    String price = money(line.price().price());
    return line.price().per() == null ? price : price + " / " + line.price().per();
  }

  /** What a credit note makes of a quantity; empty where it stays. */
  public String quantityChange(InvoiceLine line) {
    BigDecimal before = line.before().quantity();
    if (before == null || line.quantity().signum() == 0) {
      return "";
    }
    return quantity(before, line.unit())
        + " → "
        + quantity(before.add(line.quantity()), line.unit());
  }

  private String quantity(BigDecimal quantity, String unit) {
    return switch (unit == null ? "" : unit) {
      case "s" -> time(quantity.longValue());
      case "octet" -> megabytes(quantity);
      default -> count.format(quantity);
    };
  }

  private String time(long seconds) {
    long absolute = Math.abs(seconds);
    return (seconds < 0 ? "-" : "")
        + count.format(absolute / SECONDS_A_MINUTE)
        + String.format(":%02d min", absolute % SECONDS_A_MINUTE);
  }

  private String megabytes(BigDecimal octets) {
    return count.format(octets.divide(MEGABYTE, 2, RoundingMode.HALF_UP)) + " MB";
  }
}
