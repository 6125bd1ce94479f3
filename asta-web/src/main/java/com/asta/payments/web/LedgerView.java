package com.asta.payments.web;

import com.asta.common.web.Messages;
import com.asta.payments.batch.LedgerCheckJob;
import com.asta.payments.service.LedgerCheckRow;
import com.asta.payments.service.LedgerFaultRow;
import com.asta.payments.service.LedgerReport;
import com.asta.payments.service.LedgerService;
import com.asta.payments.service.PeriodRow;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Serializable;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;

/** The general ledger: a month, how it agrees with its documents, closing it, taking it away. */
@Named
@ViewScoped
public class LedgerView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private LedgerService ledger;
  @Inject private LedgerCheckJob job;

  private String month;
  private String reason;
  private transient PeriodRow period;
  private transient List<PeriodRow> periods;
  private transient LedgerReport report;
  private transient LedgerCheckRow check;
  private transient List<LedgerFaultRow> faults;

  /** Loads the asked month, or the oldest that is open and over, or the current. */
  public void load() {
    periods = ledger.periods();
    LocalDate asked = asked();
    period =
        periods.stream()
            .filter(each -> each.firstDay().equals(asked))
            .findFirst()
            .orElse(periods.get(0));
    month = YearMonth.from(period.firstDay()).toString();
    report = ledger.report(period.firstDay());
    check = ledger.checks(1).stream().findFirst().orElse(null);
    faults = check == null ? List.of() : ledger.faults(check.id());
  }

  private LocalDate asked() {
    try {
      return month == null ? null : YearMonth.parse(month).atDay(1);
    } catch (DateTimeParseException notAMonth) {
      return null;
    }
  }

  /** Goes to another month by GET. */
  public String show() {
    return "/payments/ledger.xhtml?faces-redirect=true&includeViewParams=true";
  }

  /** Closes the month. */
  public void close() {
    ledger.close(period.firstDay());
    Messages.done("payments", "book.closed.done");
    load();
  }

  /** Opens the month again. */
  public void reopen() {
    ledger.reopen(period.firstDay(), reason);
    reason = null;
    Messages.done("payments", "book.reopened.done");
    load();
  }

  /** Starts the proof. */
  public void prove() {
    job.start();
    Messages.done("payments", "book.proof.started");
  }

  /** Sends the postings of the month as a table. */
  public void export() throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext response = faces.getExternalContext();
    response.responseReset();
    response.setResponseContentType("text/csv;charset=UTF-8");
    response.setResponseHeader(
        "Content-Disposition", "attachment; filename=\"ledger-" + month + ".csv\"");
    response.setResponseHeader("Cache-Control", "no-store");
    try (Writer out =
        new OutputStreamWriter(response.getResponseOutputStream(), StandardCharsets.UTF_8)) {
      ledger.export(period.firstDay(), out);
    }
    faces.responseComplete();
  }

  /** True where closing makes sense: the oldest open month, when it is over. */
  public boolean isClosable() {
    PeriodRow oldest =
        periods.stream().filter(each -> !each.closed()).reduce((a, b) -> b).orElse(null);
    return period.equals(oldest) && !periods.get(0).equals(period);
  }

  /** True for the last closed month. */
  public boolean isReopenable() {
    return periods.stream()
        .filter(PeriodRow::closed)
        .findFirst()
        .filter(period::equals)
        .isPresent();
  }

  public long getSubjectId() {
    return LedgerService.id(period.firstDay());
  }

  public List<PeriodRow> getPeriods() {
    return periods;
  }

  public PeriodRow getPeriod() {
    return period;
  }

  public LedgerReport getReport() {
    return report;
  }

  public LedgerCheckRow getCheck() {
    return check;
  }

  public List<LedgerFaultRow> getFaults() {
    return faults;
  }

  public String getMonth() {
    return month;
  }

  public void setMonth(String month) {
    this.month = month;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
