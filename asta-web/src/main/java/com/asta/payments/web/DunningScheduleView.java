package com.asta.payments.web;

import com.asta.common.web.Messages;
import com.asta.payments.rules.DunningSchedule;
import com.asta.payments.service.DunningRunService;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** When dunning starts by itself. */
@Named
@RequestScoped
public class DunningScheduleView {
  @Inject private DunningRunService runs;

  private DunningSchedule schedule;
  private String runAt;

  /** Reads the time of now. */
  @PostConstruct
  void load() {
    schedule = runs.schedule();
    runAt = schedule.isOff() ? "" : schedule.runAt().toString();
  }

  /** Keeps what was typed. */
  public String save() {
    runs.schedule(runAt);
    load();
    Messages.done(
        "payments",
        isOff() ? "dunning.schedule.off" : "dunning.schedule.on",
        isOff() ? null : getShown());
    return "/payments/dunning-policy.xhtml?faces-redirect=true&includeViewParams=true";
  }

  public boolean isOff() {
    return schedule.isOff();
  }

  /** The time that is kept; null for none. */
  public String getShown() {
    return schedule.isOff() ? null : schedule.runAt().toString();
  }

  public String getRunAt() {
    return runAt;
  }

  public void setRunAt(String runAt) {
    this.runAt = runAt;
  }
}
