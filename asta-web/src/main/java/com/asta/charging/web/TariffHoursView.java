package com.asta.charging.web;

import com.asta.charging.rules.Holidays;
import com.asta.charging.rules.OnHolidays;
import com.asta.charging.rules.PublicHolidays;
import com.asta.charging.rules.SheetFault;
import com.asta.charging.rules.TimeBand;
import com.asta.common.OperatorZone;
import com.asta.common.web.Messages;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Hours with prices of their own, and the days that count as holidays. */
@Named
@ViewScoped
public class TariffHoursView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String PAGE = "tariff-hours";

  @Inject private TariffDesk desk;
  @Inject private Clock clock;

  private List<BandLine> lines;
  private List<SheetFault> faults = List.of();
  private String country;
  private String dates;

  /** View action. */
  public void load() {
    desk.load();
    Holidays holidays = desk.getContent().holidays();
    country = holidays.country();
    dates =
        new TreeSet<>(holidays.dates())
            .stream().map(LocalDate::toString).collect(Collectors.joining("\n"));
  }

  public List<BandLine> getLines() {
    if (lines == null) {
      lines = new ArrayList<>(desk.getContent().bands().stream().map(BandLine::new).toList());
    }
    return lines;
  }

  public void add() {
    getLines().add(new BandLine());
  }

  /** Keeps the hours, or says which cells are wrong. */
  public String save() {
    List<SheetFault> wrong = new ArrayList<>();
    List<TimeBand> bands = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      BandLine line = lines.get(i);
      if (!line.isRemoved() && !line.isBlank()) {
        bands.add(line.read(i + 1, wrong));
      }
    }
    faults = wrong;
    if (!wrong.isEmpty()) {
      Messages.error(null, "charging", "sheet.wrong", wrong.size());
      return null;
    }
    return desk.change(content -> content.withBands(bands), PAGE, "");
  }

  /** Keeps the calendar of holidays. */
  public String saveHolidays() {
    Set<LocalDate> days = new TreeSet<>();
    for (String each : dates == null ? new String[0] : dates.split("[\\s,;]+")) {
      try {
        if (!each.isEmpty()) {
          days.add(LocalDate.parse(each));
        }
      } catch (DateTimeParseException e) {
        Messages.error("holidays:dates", "charging", "hours.wrongDate", each);
        return null;
      }
    }
    return desk.change(content -> content.withHolidays(new Holidays(country, days)), PAGE, "");
  }

  /** The public holidays that count, of this year and the next. */
  public List<LocalDate> getPublicHolidays() {
    String known = desk.getContent().holidays().country();
    if (known == null) {
      return List.of();
    }
    int year = OperatorZone.dayOf(clock.instant()).getYear();
    List<LocalDate> days = new ArrayList<>(PublicHolidays.of(known, year));
    days.addAll(PublicHolidays.of(known, year + 1));
    return days;
  }

  /** Short name of a weekday. */
  public String day(DayOfWeek day) {
    return day.getDisplayName(
        TextStyle.SHORT, FacesContext.getCurrentInstance().getViewRoot().getLocale());
  }

  /** The input that a fault is about. */
  public String inputOf(SheetFault fault) {
    return "hours:each:" + (fault.line() - 1) + ":" + fault.column();
  }

  public DayOfWeek[] getDays() {
    return DayOfWeek.values();
  }

  public OnHolidays[] getHolidayKinds() {
    return OnHolidays.values();
  }

  public List<SheetFault> getFaults() {
    return faults;
  }

  public String getCountry() {
    return country;
  }

  public void setCountry(String country) {
    this.country = country;
  }

  public String getDates() {
    return dates;
  }

  public void setDates(String dates) {
    this.dates = dates;
  }
}
