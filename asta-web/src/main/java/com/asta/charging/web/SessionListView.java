package com.asta.charging.web;

import com.asta.charging.service.SessionQuery;
import com.asta.charging.service.SessionRow;
import com.asta.charging.service.SessionService;
import com.asta.charging.service.SessionState;
import com.asta.common.web.PagedModel;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Sessions of online charging: those that are open, or those of a day. */
@Named
@ViewScoped
public class SessionListView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private SessionService sessions;

  private String number;
  private String day;
  private String state;
  private transient PagedModel<SessionRow> rows;

  public PagedModel<SessionRow> getRows() {
    if (rows == null) {
      SessionQuery query = new SessionQuery(state(), number, day());
      rows =
          new PagedModel<>((offset, limit) -> sessions.list(query, offset, limit), SessionRow::id);
    }
    return rows;
  }

  private SessionState state() {
    for (SessionState each : SessionState.values()) {
      if (each.name().equals(state)) {
        return each;
      }
    }
    return null;
  }

  private LocalDate day() {
    try {
      return day == null || day.isBlank() ? null : LocalDate.parse(day);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** Shows the filtered list at its own address. */
  public String narrow() {
    return "/charging/session-list.xhtml?faces-redirect=true&includeViewParams=true";
  }

  public SessionState[] getStates() {
    return SessionState.values();
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  public String getDay() {
    return day;
  }

  public void setDay(String day) {
    this.day = day;
  }

  public String getState() {
    return state;
  }

  public void setState(String state) {
    this.state = state;
  }
}
