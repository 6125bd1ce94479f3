package com.asta.common.web;

import com.asta.common.service.DemoClock;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;

/** The page that lets a demo's time pass. */
@Named
@RequestScoped
public class DemoClockView {
  @Inject private DemoClock clock;

  private LocalDate day;

  /** Moves to the chosen day and shows the page again. */
  public String move() {
    clock.moveTo(day);
    Messages.done("common", "clock.moved", Format.date(day));
    return "/operations/demo-clock.xhtml?faces-redirect=true";
  }

  public boolean isMovable() {
    return clock.isMovable();
  }

  public boolean isAhead() {
    return clock.isAhead();
  }

  public LocalDate getToday() {
    return clock.today();
  }

  /** The day typed; the first of the next month until then. */
  public LocalDate getDay() {
    if (day == null) {
      day = clock.today().plusMonths(1).withDayOfMonth(1);
    }
    return day;
  }

  public void setDay(LocalDate day) {
    this.day = day;
  }
}
