package com.asta.charging.web;

import com.asta.charging.rules.ServiceKind;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIData;
import jakarta.faces.context.FacesContext;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Which part of somebody's usage a page shows: a month, in it one day or all, one service or all.
 */
public class UsageFilter implements Serializable {
  private static final long serialVersionUID = 1L;

  private YearMonth month;
  private LocalDate day;
  private String service = "";

  UsageFilter(YearMonth month) {
    this.month = month;
  }

  /** Shows another month, whole. */
  void move(int months) {
    month = month.plusMonths(months);
    day = null;
  }

  /** Shows what is chosen now, from its first page on. */
  public void show() {
    UIComponent button = UIComponent.getCurrentComponent(FacesContext.getCurrentInstance());
    if (button.findComponent("records") instanceof UIData table) {
      table.setFirst(0);
    }
  }

  LocalDate monthFrom() {
    return month.atDay(1);
  }

  LocalDate monthTo() {
    return month.plusMonths(1).atDay(1);
  }

  /** First day of the events. */
  LocalDate from() {
    return day == null ? monthFrom() : day;
  }

  /** First day after the events. */
  LocalDate to() {
    return day == null ? monthTo() : day.plusDays(1);
  }

  ServiceKind kind() {
    return service.isEmpty() ? null : ServiceKind.valueOf(service);
  }

  public YearMonth getMonth() {
    return month;
  }

  public LocalDate getDay() {
    return day;
  }

  /** One day; another month's is not shown here. */
  public void setDay(LocalDate day) {
    this.day = day == null || !YearMonth.from(day).equals(month) ? null : day;
  }

  public String getService() {
    return service;
  }

  public void setService(String service) {
    this.service = service == null ? "" : service;
  }

  public ServiceKind[] getServices() {
    return ServiceKind.values();
  }
}
