package com.asta.billing.service;

import com.asta.billing.rules.BillCalendar;
import com.asta.billing.rules.BillCycle;
import com.asta.billing.rules.CycleFrequency;
import com.asta.common.service.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * The calendar of billing accounts in SQL: which accounts have a period that ends on a day, by the
 * same rules as {@link BillCalendar}, answered by the index on the cycle.
 */
final class CycleEnds {
  /** What {@link #calendar} reads, of {@code billing.billing_account a}. */
  static final String COLUMNS =
      "a.cycle_frequency, a.cycle_day, a.cycle_month, a.former_frequency, a.former_day,"
          + " a.former_month, a.cycle_from";

  private static final int LONGEST_MONTH = 31;
  private static final int QUARTER = 3;

  private CycleEnds() {}

  /** True of accounts {@code a} that are open and whose period ends on the day. */
  static String on(LocalDate day) {
    return "(a.opened_on < '%1$s' and (%2$s and (a.cycle_from is null or a.cycle_from < '%1$s') or %3$s and a.cycle_from >= '%1$s'))"
        .formatted(day, ends("cycle", day), ends("former", day));
  }

  private static String ends(String which, LocalDate day) {
    int dayOfMonth = day.getDayOfMonth();
    boolean last = dayOfMonth == day.lengthOfMonth();
    int month = day.getMonthValue();
    String days =
        "a.%s_day between %d and %d"
            .formatted(which, dayOfMonth, last ? LONGEST_MONTH : dayOfMonth);
    return ("(a.%1$s_frequency = 'MONTHLY' and %2$s"
            + " or a.%1$s_frequency = 'WEEKLY' and a.%1$s_day = %3$d"
            + " or a.%1$s_frequency = 'QUARTERLY' and %2$s and a.%1$s_month = %4$d"
            + " or a.%1$s_frequency = 'YEARLY' and %2$s and a.%1$s_month = %5$d)")
        .formatted(which, days, day.getDayOfWeek().getValue(), (month - 1) % QUARTER + 1, month);
  }

  static BillCalendar calendar(ResultSet row) throws SQLException {
    LocalDate from = Database.date(row, "cycle_from");
    return new BillCalendar(cycle(row, "cycle"), from == null ? null : cycle(row, "former"), from);
  }

  private static BillCycle cycle(ResultSet row, String which) throws SQLException {
    return new BillCycle(
        CycleFrequency.valueOf(row.getString(which + "_frequency")),
        row.getInt(which + "_day"),
        row.getInt(which + "_month"));
  }
}
