package com.asta.common.web;

import com.asta.common.Money;
import com.asta.common.Msisdn;
import com.asta.common.OperatorZone;
import jakarta.faces.context.FacesContext;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** How values look to people, as EL functions of {@code urn:asta:format}. */
public final class Format {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final String NONE = "–";

  private Format() {}

  /** {@code 1 234,50 PLN} in Polish, {@code 1,234.50 PLN} in English; a dash for null. */
  public static String money(Object amount, String currency) {
    if (amount instanceof Money money) {
      return amount(money);
    }
    return amount == null || currency == null
        ? NONE
        : amount(Money.of(new BigDecimal(amount.toString()), currency));
  }

  /** As {@link #money}; a rated amount shows up to six decimals, a billed one the currency's. */
  public static String amount(Money money) {
    if (money == null) {
      return NONE;
    }
    BigDecimal shown = money.displayAmount();
    NumberFormat format = NumberFormat.getNumberInstance(locale());
    format.setMinimumFractionDigits(Math.min(shown.scale(), 2));
    format.setMaximumFractionDigits(Math.min(Math.max(shown.scale(), 2), 6));
    return format.format(shown) + "\u00a0" + money.currency();
  }

  public static String number(Object value) {
    if (value == null) {
      return NONE;
    }
    NumberFormat format = NumberFormat.getNumberInstance(locale());
    format.setMaximumFractionDigits(6);
    return format.format(value);
  }

  /** ISO date in the operator's zone. */
  public static String date(Object value) {
    if (value == null) {
      return NONE;
    }
    return value instanceof LocalDate day ? DAY.format(day) : DAY.format(local(value));
  }

  /** ISO date and time to the minute in the operator's zone. */
  public static String dateTime(Object value) {
    return value == null ? NONE : MINUTE.format(local(value));
  }

  public static String phone(String value) {
    if (value == null || value.isBlank()) {
      return NONE;
    }
    return Msisdn.parse(value, "PL").map(Msisdn::spaced).orElse(value);
  }

  /** Fills {0} of a message. */
  public static String format(String pattern, Object argument) {
    return new MessageFormat(pattern, locale()).format(new Object[] {argument});
  }

  /** Fills {0} and {1} of a message. */
  public static String format2(String pattern, Object first, Object second) {
    return new MessageFormat(pattern, locale()).format(new Object[] {first, second});
  }

  private static TemporalAccessor local(Object value) {
    if (value instanceof Instant instant) {
      return instant.atZone(OperatorZone.ID);
    }
    if (value instanceof OffsetDateTime offset) {
      return offset.atZoneSameInstant(OperatorZone.ID);
    }
    if (value instanceof ZonedDateTime zoned) {
      return zoned.withZoneSameInstant(OperatorZone.ID);
    }
    if (value instanceof LocalDate day) {
      return day.atStartOfDay();
    }
    return (LocalDateTime) value;
  }

  private static Locale locale() {
    FacesContext context = FacesContext.getCurrentInstance();
    return context == null || context.getViewRoot() == null
        ? Locale.forLanguageTag("pl")
        : context.getViewRoot().getLocale();
  }
}
